-- Which process notes their authors let leave by FHIR, or no longer: one ciphertext each, under the client's key; see decision 99.
create table note_release (
    id varchar(36) not null primary key,
    client_id varchar(36) not null references client (id),
    version integer not null check (version = 1),
    session_id varchar(36) not null references session (id),
    content ${bytes} not null
);

create index note_release_of_client on note_release (client_id);
create index note_release_session on note_release (session_id);
