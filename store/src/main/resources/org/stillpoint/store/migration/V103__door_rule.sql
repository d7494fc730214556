-- One row, under the installation's key: what the practice asks of whoever comes in. Without it: the usual rule.
create table door_rule (
    id integer not null primary key check (id = 1),
    content ${bytes} not null
);
