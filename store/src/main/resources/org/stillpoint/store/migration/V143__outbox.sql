-- Mail to clients: what waits to be sent, and what became of the others; one ciphertext each under the client's key, bound to what stands in
-- the clear beside it. Who has taken one in order to send it stands apart and is not bound: it is written without the key. See decision 84.
create table outbox (
    id varchar(36) not null primary key,
    client_id varchar(36) not null references client (id),
    version integer not null check (version >= 1),
    link_hash varchar(64) not null unique check (length(link_hash) = 64),
    mail_state varchar(16) not null check (mail_state in ('TO_BE_SENT', 'HANDED_OVER', 'GIVEN_UP', 'NOT_WANTED')),
    at bigint not null,
    taken_until bigint not null default 0,
    content ${bytes} not null
);

create index outbox_of_client on outbox (client_id);
create index outbox_to_be_sent on outbox (at) where mail_state = 'TO_BE_SENT';
create index outbox_given_up on outbox (at) where mail_state = 'GIVEN_UP';

-- When a client wants mail from the practice, and whether.
create table client_mail_wishes (
    id varchar(36) not null primary key,
    client_id varchar(36) not null references client (id),
    version integer not null check (version >= 1),
    content ${bytes} not null
);

create index client_mail_wishes_of_client on client_mail_wishes (client_id);
