-- Where touch is welcome, as a client says it: one ciphertext each, under the client's key; the latest holds.
create table touch_map (
    id varchar(36) not null primary key,
    client_id varchar(36) not null references client (id),
    version integer not null check (version = 1),
    content ${bytes} not null
);

create index touch_map_of_client on touch_map (client_id);
