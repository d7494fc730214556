-- What a client asks of the practice by their own door. That it is open, and since when, stands in the clear, so that Today finds it; see
-- decisions 31 and 87.
create table client_request (
    id varchar(36) not null primary key,
    client_id varchar(36) not null references client (id),
    version integer not null check (version >= 1),
    at bigint not null,
    is_open integer not null check (is_open in (0, 1)),
    content ${bytes} not null
);

create index client_request_of_client on client_request (client_id);
create index client_request_that_is_open on client_request (at, id) where is_open = 1;
