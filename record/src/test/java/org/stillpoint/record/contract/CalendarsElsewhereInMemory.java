package org.stillpoint.record.contract;

import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Accounts;
import org.stillpoint.record.calendar.CalendarsElsewhere;
import org.stillpoint.record.calendar.Elsewhere;

/** Other calendars, in memory. */
final class CalendarsElsewhereInMemory implements CalendarsElsewhere {
    private final Memory memory;
    private final Accounts accounts;
    private final Memory.Table<Id<Account>, Elsewhere> rows;

    CalendarsElsewhereInMemory(Memory memory, Accounts accounts) {
        this.memory = memory;
        this.accounts = accounts;
        this.rows = memory.table();
    }

    @Override
    public Elsewhere get(Id<Account> account) {
        return rows.find(account).orElse(Elsewhere.NOTHING);
    }

    @Override
    public Elsewhere replace(Id<Account> account, Elsewhere changed) {
        return memory.write(() -> {
            if (accounts.find(account).isEmpty()) {
                throw new NoSuchRecord("account", account);
            }
            Elsewhere kept = get(account);
            if (!kept.version().equals(changed.version())) {
                throw new StaleRecord(account, changed.version(), kept.version());
            }
            Elsewhere next = changed.at(changed.version().next());
            rows.put(account, next);
            return next;
        });
    }
}
