-- What a browser has put by for a while, under a key that only its own token gives: whoever has this and the master key reads nothing of it.
-- In no backup. Times are milliseconds since 1970. See decision 103.
create table put_by (
    name varchar(64) not null primary key check (length(name) = 64),
    until_at bigint not null,
    content ${bytes} not null
);

create index put_by_that_is_over on put_by (until_at);
