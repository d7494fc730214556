-- Cases that were handed to supervisors; all but who they are is under the client's key, bound to who.
create table supervision (
    id varchar(36) not null primary key,
    client_id varchar(36) not null references client (id),
    version integer not null check (version >= 1),
    account_id varchar(36) not null references account (id),
    content ${bytes} not null
);

create index supervision_of_client on supervision (client_id);
create index supervision_of_account on supervision (account_id);
