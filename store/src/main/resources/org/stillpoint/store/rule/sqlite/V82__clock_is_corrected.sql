drop trigger ledger_only_appended;

create trigger ledger_only_appended before insert on ledger
begin
    select raise(abort, 'the ledger is append-only: an entry is added at its end')
    where new.number <> (select coalesce(max(number), 0) + 1 from ledger);
    select raise(abort, 'the ledger is a chain: an entry carries the hash of the one before')
    where new.previous_hash <> coalesce((select hash from ledger where number = new.number - 1),
        '0000000000000000000000000000000000000000000000000000000000000000');
    select raise(abort, 'the ledger goes forward in time: no entry is dated back')
    where new.sealed_at < (select sealed_at from ledger where number = new.number - 1)
      and not exists (select 1 from clock_correction where number = new.number - 1);
    select raise(abort, 'an entry that looks ahead must be older than the first thing it speaks of')
    where new.first_target_at is not null and new.sealed_at >= new.first_target_at;
end;

create trigger clock_correction_never_changed before update on clock_correction
begin
    select raise(abort, 'a correction of the clock is never changed');
end;

create trigger clock_correction_never_removed before delete on clock_correction
begin
    select raise(abort, 'a correction of the clock is never removed');
end;
