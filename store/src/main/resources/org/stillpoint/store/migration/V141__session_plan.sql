-- What was planned before a session, with the choice: one ciphertext under the client's key, bound to its session once there is one; see decision 80.
create table session_plan (
    id varchar(36) not null primary key,
    client_id varchar(36) not null references client (id),
    version integer not null check (version >= 1),
    session_id varchar(36) references session (id),
    content ${bytes} not null
);

create index session_plan_of_client on session_plan (client_id);
create index session_plan_of_session on session_plan (session_id);
