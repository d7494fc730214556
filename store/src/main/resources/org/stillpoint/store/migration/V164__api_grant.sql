-- Who may read the record by FHIR: of a token only the hash. Never backed up. Encrypted under the installation's key, bound to account and hash.
create table api_grant (
    id varchar(36) not null primary key,
    account_id varchar(36) not null references account (id),
    token_hash varchar(64) unique,
    content ${bytes} not null
);

-- One row, never backed up: whether anybody may. Without it nobody.
create table api_door (
    id integer not null primary key check (id = 1),
    content ${bytes} not null
);
