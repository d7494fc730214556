-- What the practice has written about itself and for its clients, under the installation's key: each kind by itself, every version of it.
create table practice_setting (
    kind varchar(20) not null,
    version integer not null check (version >= 1),
    content ${bytes} not null,
    primary key (kind, version)
);
