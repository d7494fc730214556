-- The open sign-ins, each on one device; those that have ended are gone. Only a hash of what lets in is kept. Times are milliseconds
-- since 1970.
create table sign_in (
    id varchar(36) not null primary key,
    version integer not null check (version >= 1),
    token_hash varchar(64) not null unique check (length(token_hash) = 64),
    account_id varchar(36) not null references account (id),
    began bigint not null,
    last_used bigint not null,
    is_locked integer not null check (is_locked in (0, 1)),
    content ${bytes} not null
);

create index sign_in_of_account on sign_in (account_id);
