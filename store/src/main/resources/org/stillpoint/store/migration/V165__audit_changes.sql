-- When something of a client was changed last.
create index audit_changes_of_client on audit (client_id, at) where deed_key is not null;
