create trigger audit_never_changed before update on audit
begin
    select raise(abort, 'the account is append-only: no entry is changed');
end;

create trigger audit_never_shortened before delete on audit
begin
    select raise(abort, 'the account is append-only: no entry is removed');
end;

create trigger audit_only_appended before insert on audit
begin
    select raise(abort, 'the account is append-only: an entry is added at its end')
    where new.number <> (select coalesce(max(number), 0) + 1 from audit);
    select raise(abort, 'the account is a chain: an entry carries the hash of the one before')
    where new.previous_hash <> coalesce((select hash from audit where number = new.number - 1),
        '0000000000000000000000000000000000000000000000000000000000000000');
end;
