-- What one server of a practice has done and the others tell of: on PostgreSQL, where there may be several. In no backup. Times are
-- milliseconds since 1970. See decision 103.
create table last_backup (
    id integer not null primary key check (id = 1),
    at bigint not null,
    head varchar(64) not null
);

create table erasure_receipt (
    id varchar(36) not null primary key,
    at bigint not null,
    row_count integer not null,
    finished bigint not null
);
