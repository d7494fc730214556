create function audit_refuse() returns trigger language plpgsql as $$
begin
    raise exception 'the account is append-only: no entry is changed or removed';
end;
$$;

create trigger audit_never_changed before update or delete on audit
    for each row execute function audit_refuse();

create trigger audit_never_emptied before truncate on audit
    for each statement execute function audit_refuse();

create function audit_append() returns trigger language plpgsql as $$
declare
    latest audit%rowtype;
begin
    select * into latest from audit order by number desc limit 1;
    if new.number <> coalesce(latest.number, 0) + 1 then
        raise exception 'the account is append-only: an entry is added at its end';
    end if;
    if new.previous_hash <> coalesce(latest.hash, repeat('0', 64)) then
        raise exception 'the account is a chain: an entry carries the hash of the one before';
    end if;
    return new;
end;
$$;

create trigger audit_only_appended before insert on audit
    for each row execute function audit_append();
