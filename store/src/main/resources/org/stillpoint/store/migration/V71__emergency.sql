-- Who opened the record of a client who was not theirs; the reason is in content, under the client's key. Times are milliseconds
-- since 1970.
create table emergency (
    id varchar(36) not null primary key,
    client_id varchar(36) not null references client (id),
    version integer not null check (version >= 1),
    account_id varchar(36) not null references account (id),
    at bigint not null,
    until_at bigint not null,
    content ${bytes} not null
);

create index emergency_of_client on emergency (client_id);

-- Who is to be told, until they have seen it.
create table emergency_untold (
    emergency_id varchar(36) not null references emergency (id),
    account_id varchar(36) not null references account (id),
    client_id varchar(36) not null references client (id),
    primary key (emergency_id, account_id)
);

create index emergency_untold_to on emergency_untold (account_id);
create index emergency_untold_of_client on emergency_untold (client_id);
