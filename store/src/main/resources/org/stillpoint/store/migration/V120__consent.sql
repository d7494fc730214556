-- What was said about a client's consent: read, signed, taken back. All of it is one ciphertext under the client's key.
create table consent (
    id varchar(36) not null primary key,
    client_id varchar(36) not null references client (id),
    version integer not null check (version = 1),
    content ${bytes} not null
);

create index consent_of_client on consent (client_id);
