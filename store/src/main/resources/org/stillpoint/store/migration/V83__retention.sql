-- One row, under the installation's key: how long the practice keeps its records. Without it: the usual rule.
create table retention_rule (
    id integer not null primary key check (id = 1),
    content ${bytes} not null
);

-- What must be kept, whatever the rule says.
create table legal_hold (
    id varchar(36) not null primary key,
    client_id varchar(36) not null references client (id),
    version integer not null check (version >= 1),
    content ${bytes} not null
);

create index legal_hold_of_client on legal_hold (client_id);
