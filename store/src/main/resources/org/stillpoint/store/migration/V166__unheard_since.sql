-- Whom to ask after a session is found by an index of its own: since when nothing was heard of whoever had it, in milliseconds.
alter table client add column unheard_since bigint;
update client set unheard_since = (select max(ended) from session
    where session.client_id = client.id and session.started = client.last_session_at and session.is_open = 0
        and (client.last_check_in_at is null or client.last_check_in_at < session.ended)
        and not exists (select 1 from asked_after where asked_after.session_id = session.id))
    where wrapped_key is not null;
drop index session_by_its_end;
create index client_unheard on client (unheard_since) where unheard_since is not null;
create index client_of_therapist_unheard on client (therapist_id, unheard_since) where unheard_since is not null;
