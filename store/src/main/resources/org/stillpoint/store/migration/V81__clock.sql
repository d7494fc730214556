-- One row, under the installation's key: when the program was last used by a clock that nobody doubts, and since when it is doubted.
create table clock_mark (
    id integer not null primary key check (id = 1),
    content ${bytes} not null
);

-- The clock had been ahead, and somebody has said that it is right again: after which entry of the ledger the next may be dated back.
create table clock_correction (
    number bigint not null primary key references ledger (number),
    content ${bytes} not null
);
