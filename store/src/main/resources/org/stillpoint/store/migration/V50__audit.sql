-- What was done under which key, so that a retry is told from another wish; the content itself only as a keyed digest. Rows
-- are forgotten after a time, and with their client. The times are milliseconds since 1970.
create table deed (
    deed_key varchar(36) not null primary key,
    act varchar(40) not null,
    client_id varchar(36),
    digest ${bytes} not null,
    at bigint not null
);

create index deed_of_client on deed (client_id);

-- The account of everything done and read: one chain, only ever added to; ids only, so that it outlives a client's erasure. Its
-- rules are in V51.
create table audit (
    number bigint not null primary key check (number >= 1),
    at bigint not null,
    actor varchar(60) not null,
    act varchar(40) not null,
    client_id varchar(36),
    deed_key varchar(36),
    outcome varchar(16) not null,
    previous_hash varchar(64) not null check (length(previous_hash) = 64),
    hash varchar(64) not null check (length(hash) = 64)
);

-- One row: how long the account is and how it ends, under the installation's key, so that a cut-off or rewritten end is found.
create table audit_head (
    id integer not null primary key check (id = 1),
    content ${bytes} not null
);
