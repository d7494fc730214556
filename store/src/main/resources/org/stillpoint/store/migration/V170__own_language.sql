-- In which language somebody reads the pages; null for the practice's.
alter table account add column language varchar(16);
