-- Whether a mark turns its session (a stop, going on, what was undone): a tap reads those and no others. Null in what was written before: it may.
alter table mark add column turns integer;
