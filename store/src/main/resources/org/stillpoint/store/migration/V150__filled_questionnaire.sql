-- What clients answer, item by item, and what is asked of whom when: instrument, days and answers are private, all of it is in content; see decision 85.
create table filled_questionnaire (
    id varchar(36) not null primary key,
    client_id varchar(36) not null references client (id),
    version integer not null check (version >= 1),
    content ${bytes} not null
);

create index filled_questionnaire_of_client on filled_questionnaire (client_id);

create table questionnaire_plan (
    id varchar(36) not null primary key,
    client_id varchar(36) not null unique references client (id),
    version integer not null check (version >= 1),
    content ${bytes} not null
);
