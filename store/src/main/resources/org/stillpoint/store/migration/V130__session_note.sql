-- The notes of sessions: text, signatures and all that was added are one ciphertext under the client's key, bound to what stands beside it.
-- When the session was held, whether the note waits to be signed and whether it is locked stand in the clear, for lists are picked by them; see decision 77.
create table session_note (
    id varchar(36) not null primary key,
    client_id varchar(36) not null references client (id),
    version integer not null check (version >= 1),
    session_id varchar(36) references session (id),
    at bigint not null,
    is_open integer not null check (is_open in (0, 1)),
    is_locked integer not null check (is_locked in (0, 1)),
    content ${bytes} not null
);

create index session_note_of_client on session_note (client_id);
create index session_note_of_session on session_note (session_id);
create index session_note_to_sign on session_note (at, id) where is_open = 1;
