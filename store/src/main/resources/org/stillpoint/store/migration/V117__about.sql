-- What is told about a client beside the name, in two parts, for not everybody reads both; a row each, once something was told. The id
-- of a row is its client's.
create table client_contact (
    id varchar(36) not null primary key,
    client_id varchar(36) not null unique references client (id),
    version integer not null check (version >= 1),
    content ${bytes} not null
);

create table client_background (
    id varchar(36) not null primary key,
    client_id varchar(36) not null unique references client (id),
    version integer not null check (version >= 1),
    content ${bytes} not null
);

-- Who sees to clients elsewhere, under the installation's key; who sees to whom stands in the clients' own ciphertexts.
create table address_entry (
    id varchar(36) not null primary key,
    version integer not null check (version >= 1),
    content ${bytes} not null
);
