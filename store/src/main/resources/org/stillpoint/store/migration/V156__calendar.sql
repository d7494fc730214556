-- Each practitioner's feed: of its address only the hash, never backed up. Encrypted under the installation's key, bound to account and hash.
create table calendar_feed (
    account_id varchar(36) not null primary key references account (id),
    link_hash varchar(64) not null unique,
    content ${bytes} not null
);

-- What is known of each practitioner's other calendar: busy times and ties. Encrypted under the installation's key, bound to account and version.
create table calendar_elsewhere (
    account_id varchar(36) not null primary key references account (id),
    version integer not null check (version >= 1),
    content ${bytes} not null
);
