-- What is asked at the first visit, step by step. Whether it goes on stands in the clear, so that lists say so; see decision 31.
create table intake (
    id varchar(36) not null primary key,
    client_id varchar(36) not null references client (id),
    version integer not null check (version >= 1),
    at bigint not null,
    is_open integer not null check (is_open in (0, 1)),
    content ${bytes} not null
);

create index intake_of_client on intake (client_id);
