-- How people hold sessions: with which hand, by which keys. Encrypted under the installation's key, bound to the account and the version.
create table session_habits (
    account_id varchar(36) not null primary key references account (id),
    version integer not null check (version >= 1),
    content ${bytes} not null
);
