-- What was mended of a client's entries: who, when, before, after and why are one ciphertext. Only ever added to.
create table correction (
    id varchar(36) not null primary key,
    client_id varchar(36) not null references client (id),
    version integer not null check (version = 1),
    content ${bytes} not null
);

create index correction_of_client on correction (client_id);
