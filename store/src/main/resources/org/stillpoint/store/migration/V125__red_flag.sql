-- A red flag that somebody answered yes to. That it is open, and since when, stands in the clear, so that Today finds it; see decision 31.
create table red_flag (
    id varchar(36) not null primary key,
    client_id varchar(36) not null references client (id),
    version integer not null check (version >= 1),
    at bigint not null,
    is_open integer not null check (is_open in (0, 1)),
    content ${bytes} not null
);

create index red_flag_of_client on red_flag (client_id);
