-- Whose a process note is. Of those written before, the account of acts says who marked them; null where a program did, or nobody knows.
alter table process_note add column account_id varchar(36) references account (id);
create index audit_of_deed on audit (deed_key);
update process_note set account_id = (
    select min(account.id) from audit join account on account.id = substr(audit.actor, 8, 36)
    where audit.deed_key = process_note.mark_id and audit.act = 'TAP' and audit.outcome = 'DONE' and audit.actor like 'person/%');
drop index audit_of_deed;
