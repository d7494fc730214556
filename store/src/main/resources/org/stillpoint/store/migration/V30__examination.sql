-- What hands found on a client.
create table examination (
    id varchar(36) not null primary key,
    client_id varchar(36) not null references client (id),
    version integer not null check (version >= 1),
    content ${bytes} not null
);

create index examination_of_client on examination (client_id);
