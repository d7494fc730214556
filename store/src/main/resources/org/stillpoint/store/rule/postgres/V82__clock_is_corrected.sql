create or replace function ledger_append() returns trigger language plpgsql as $$
declare
    latest ledger%rowtype;
begin
    select * into latest from ledger order by number desc limit 1;
    if new.number <> coalesce(latest.number, 0) + 1 then
        raise exception 'the ledger is append-only: an entry is added at its end';
    end if;
    if new.previous_hash <> coalesce(latest.hash, repeat('0', 64)) then
        raise exception 'the ledger is a chain: an entry carries the hash of the one before';
    end if;
    if new.sealed_at < latest.sealed_at and not exists
            (select 1 from clock_correction where number = latest.number) then
        raise exception 'the ledger goes forward in time: no entry is dated back';
    end if;
    if new.first_target_at is not null and new.sealed_at >= new.first_target_at then
        raise exception 'an entry that looks ahead must be older than the first thing it speaks of';
    end if;
    return new;
end;
$$;

create trigger clock_correction_never_changed before update or delete on clock_correction
    for each row execute function ledger_refuse();

create trigger clock_correction_never_emptied before truncate on clock_correction
    for each statement execute function ledger_refuse();
