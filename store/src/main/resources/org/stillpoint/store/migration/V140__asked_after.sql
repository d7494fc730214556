-- That a client was asked after a session how it went: one ciphertext each, under the client's key, bound to its session; see decision 80.
create table asked_after (
    id varchar(36) not null primary key,
    client_id varchar(36) not null references client (id),
    version integer not null check (version = 1),
    session_id varchar(36) not null references session (id),
    content ${bytes} not null
);

create index asked_after_of_client on asked_after (client_id);
create index asked_after_session on asked_after (session_id);
-- Sessions that ended lately are picked by when they did.
create index session_by_its_end on session (ended) where is_open = 0;
