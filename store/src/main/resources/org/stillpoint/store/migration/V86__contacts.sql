-- One row: whom the practice says to ring when somebody needs help at once.
create table contact_list (
    id integer not null primary key check (id = 1),
    version integer not null check (version >= 1),
    content ${bytes} not null
);
