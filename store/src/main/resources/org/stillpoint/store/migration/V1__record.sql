-- The record. Everything private of a row is one ciphertext in its column "content"; in the clear are only ids, versions
-- and what a rule of the database needs. ${bytes} is the database's own type for bytes.

-- One row: the keys of the installation, wrapped by the master key, which lies in a file of its own.
create table installation (
    id integer not null primary key check (id = 1),
    wrapped_key ${bytes} not null,
    wrapped_name_key ${bytes} not null
);

create table account (
    id varchar(36) not null primary key,
    version integer not null check (version >= 1),
    is_owner integer not null check (is_owner in (0, 1)),
    sign_in_name ${bytes} not null unique,
    content ${bytes} not null
);

create unique index account_one_owner on account (is_owner) where is_owner = 1;

-- The key of an erased client is null, and so is the content.
create table client (
    id varchar(36) not null primary key,
    version integer not null check (version >= 1),
    wrapped_key ${bytes},
    content ${bytes},
    check ((wrapped_key is null) = (content is null))
);

create table safety_check (
    id varchar(36) not null primary key,
    client_id varchar(36) not null references client (id),
    version integer not null check (version >= 1),
    content ${bytes} not null
);

create index safety_check_of_client on safety_check (client_id);

create table session (
    id varchar(36) not null primary key,
    client_id varchar(36) not null references client (id),
    version integer not null check (version >= 1),
    safety_check_id varchar(36) not null unique references safety_check (id),
    is_open integer not null check (is_open in (0, 1)),
    content ${bytes} not null
);

create index session_of_client on session (client_id);
create unique index session_one_open on session (client_id) where is_open = 1;

create table mark (
    id varchar(36) not null primary key,
    session_id varchar(36) not null references session (id),
    place integer not null check (place >= 1),
    content ${bytes} not null,
    unique (session_id, place)
);

-- Held apart from the marks: what the client said.
create table process_note (
    mark_id varchar(36) not null primary key references mark (id),
    session_id varchar(36) not null references session (id),
    place integer not null check (place >= 1),
    content ${bytes} not null
);

create index process_note_of_session on process_note (session_id);

create table trauma_event (
    id varchar(36) not null primary key,
    client_id varchar(36) not null references client (id),
    version integer not null check (version >= 1),
    locked_by varchar(36) references session (id),
    content ${bytes} not null
);

create index trauma_event_of_client on trauma_event (client_id);

create table body_map (
    id varchar(36) not null primary key,
    client_id varchar(36) not null references client (id),
    version integer not null check (version >= 1),
    content ${bytes} not null
);

create index body_map_of_client on body_map (client_id);

create table check_in (
    id varchar(36) not null primary key,
    client_id varchar(36) not null references client (id),
    version integer not null check (version >= 1),
    content ${bytes} not null
);

create index check_in_of_client on check_in (client_id);
