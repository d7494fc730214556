-- When a client comes. The start and whether it was cancelled stand in the clear, so that a day is one query; see decision 31.
create table appointment (
    id varchar(36) not null primary key,
    client_id varchar(36) not null references client (id),
    version integer not null check (version >= 1),
    at bigint not null,
    is_cancelled integer not null check (is_cancelled in (0, 1)),
    content ${bytes} not null
);

create index appointment_of_client on appointment (client_id);
create index appointment_that_stands on appointment (at, id) where is_cancelled = 0;
