-- The ledger: one chain of entries that are only ever added. In the clear is what its rules need; content is one ciphertext
-- under the client's key, bound to the other columns. The times are milliseconds since 1970. Its rules are in V21.
create table ledger (
    number bigint not null primary key check (number >= 1),
    id varchar(36) not null unique,
    client_id varchar(36) not null references client (id),
    kind varchar(16) not null check (kind in ('GUESS', 'CLAIM', 'DRAW', 'RESOLUTION')),
    about_id varchar(36) references ledger (id),
    sealed_at bigint not null,
    first_target_at bigint,
    content ${bytes} not null,
    previous_hash varchar(64) not null check (length(previous_hash) = 64),
    hash varchar(64) not null unique check (length(hash) = 64),
    check ((kind = 'RESOLUTION') = (first_target_at is null)),
    check (kind <> 'RESOLUTION' or about_id is not null),
    -- A claim younger than its first target entry is refused.
    check (first_target_at is null or sealed_at < first_target_at)
);

create index ledger_of_client on ledger (client_id);
create unique index ledger_one_resolution on ledger (about_id) where kind = 'RESOLUTION';

-- One row: how long the chain is and how it ends, under the installation's key, so that a cut-off end is found.
create table ledger_head (
    id integer not null primary key check (id = 1),
    content ${bytes} not null
);

-- Studies that the practice adds to the published ones.
create table added_study (
    id varchar(36) not null primary key,
    content ${bytes} not null
);
