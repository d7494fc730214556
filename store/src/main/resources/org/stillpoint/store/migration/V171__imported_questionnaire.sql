-- Questionnaires that the practice imported, every edition of them, encrypted under the installation's key; see decision 95.
create table imported_questionnaire (
    id varchar(36) not null primary key,
    version integer not null check (version >= 1),
    content ${bytes} not null
);
