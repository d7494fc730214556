-- Whoever has waited longest for an answer to something worse comes first on Today.
alter table client add column open_since bigint;
update client set open_since = (select min(at) from check_in where check_in.client_id = client.id and check_in.worse = 1)
    where worse = 1;
drop index client_worse;
drop index client_of_therapist_worse;
create index client_worse on client (open_since) where worse = 1;
create index client_of_therapist_worse on client (therapist_id, open_since) where worse = 1;
