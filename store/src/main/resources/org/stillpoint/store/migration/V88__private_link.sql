-- The client's own door: of each link there is a hash alone, in the clear, to find it by; all else is under the client's key.
create table private_link (
    id varchar(36) not null primary key,
    client_id varchar(36) not null references client (id),
    version integer not null check (version >= 1),
    link_hash varchar(64) not null unique check (length(link_hash) = 64),
    content ${bytes} not null
);

create index private_link_of_client on private_link (client_id);
