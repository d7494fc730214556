-- What lists need in the clear beside the ciphertext, which is bound to it; decision 31 says what a thief of the database learns.
-- Times are milliseconds since 1970. The program fills them once, after its keys are open: see fill.
alter table check_in add column at bigint;
alter table check_in add column worse integer;
create index check_in_in_time on check_in (client_id, at);

alter table session add column started bigint;
alter table session add column ended bigint;
create index session_in_time on session (client_id, started);
create index session_that_is_open on session (started) where is_open = 1;

alter table body_map add column at bigint;
create index body_map_in_time on body_map (client_id, at);

alter table examination add column at bigint;
create index examination_in_time on examination (client_id, at);

drop index check_in_of_client;
drop index session_of_client;
drop index body_map_of_client;
drop index examination_of_client;

-- Where each client stands, drawn from the rows above whenever one of them is written.
alter table client add column changed bigint not null default 0;
alter table client add column check_ins integer not null default 0;
alter table client add column last_check_in_at bigint;
alter table client add column last_session_at bigint;
alter table client add column seen_at bigint not null default 0;
alter table client add column worse integer not null default 0;
create index client_changed on client (changed);
create index client_seen on client (seen_at) where wrapped_key is not null;
create index client_worse on client (last_check_in_at) where worse = 1;

-- One row: grows with every client that is added, changed or erased, so that names held in memory are known to be current.
create table client_change (
    id integer not null primary key check (id = 1),
    number bigint not null
);
insert into client_change (id, number) values (1, 0);

-- One row: how far the program has come in filling what an older one left.
create table fill (
    id integer not null primary key check (id = 1),
    last_client_id varchar(36),
    is_done integer not null check (is_done in (0, 1))
);
insert into fill (id, is_done) values (1, 0);
