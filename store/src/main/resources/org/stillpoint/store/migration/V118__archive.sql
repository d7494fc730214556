-- Whether a client is archived, drawn from the ciphertext, so that Today can pick the others.
alter table client add column is_archived integer not null default 0;
