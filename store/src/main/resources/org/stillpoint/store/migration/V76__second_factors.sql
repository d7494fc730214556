-- What accounts are asked for after their password.
create table second_factor (
    account_id varchar(36) not null primary key references account (id),
    version integer not null check (version >= 1),
    content ${bytes} not null
);
