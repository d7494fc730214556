-- What therapists note for themselves: text and history are one ciphertext under the client's key, bound to author and session.
create table own_note (
    id varchar(36) not null primary key,
    client_id varchar(36) not null references client (id),
    version integer not null check (version >= 1),
    session_id varchar(36) not null references session (id),
    account_id varchar(36) not null references account (id),
    content ${bytes} not null
);

create index own_note_of_client on own_note (client_id);
create index own_note_of_session on own_note (session_id);
