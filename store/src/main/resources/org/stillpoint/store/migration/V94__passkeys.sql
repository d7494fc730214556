-- Keys in people's devices that let in. The id was drawn at random by the device and says nothing; all else is encrypted, bound to it.
create table passkey (
    id varchar(36) not null primary key,
    version integer not null check (version >= 1),
    account_id varchar(36) not null references account (id),
    credential_id varchar(1364) not null unique,
    content ${bytes} not null
);
create index passkey_of_account on passkey (account_id);
