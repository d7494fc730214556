-- Who treats whom, and who else was let in. All of it stands in the clear, for lists are picked by it; content is an empty ciphertext
-- under the installation's key, bound to the rest of the row, so that none of it can be changed or added from outside.
create table care (
    client_id varchar(36) not null references client (id),
    account_id varchar(36) not null references account (id),
    bond varchar(16) not null check (bond in ('TREATS', 'SHARED', 'EMERGENCY')),
    until_at bigint,
    content ${bytes} not null,
    primary key (client_id, account_id)
);

create unique index care_one_therapist on care (client_id) where bond = 'TREATS';
create index care_of_account on care (account_id, bond);

-- Drawn from the rows above, for the lists of each therapist's own. Clients of before are nobody's: the owner's, who sees everybody.
alter table client add column therapist_id varchar(36);
create index client_of_therapist on client (therapist_id, seen_at);
create index client_of_therapist_worse on client (therapist_id, last_check_in_at) where worse = 1;
