-- What all servers of a practice know of who came to its door: tries that are counted, and what lets in once (is_once). Under a keyed hash
-- alone, and in no backup. Times are milliseconds since 1970. See decision 103.
create table door_book (
    name varchar(64) not null primary key check (length(name) = 64),
    is_once integer not null check (is_once in (0, 1)),
    tries integer not null check (tries >= 0),
    at bigint not null,
    until_at bigint not null
);

create index door_book_that_is_over on door_book (until_at);
