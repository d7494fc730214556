-- Scores of questionnaires that were filled in elsewhere. Instrument, day and score are private: all of it is in content.
create table questionnaire_score (
    id varchar(36) not null primary key,
    client_id varchar(36) not null references client (id),
    version integer not null check (version >= 1),
    content ${bytes} not null
);

create index questionnaire_score_of_client on questionnaire_score (client_id);
