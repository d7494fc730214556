package org.stillpoint.record.contract;

import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Accounts;
import org.stillpoint.record.account.HabitsOfAccounts;
import org.stillpoint.record.account.SessionHabits;

/** How people hold sessions, in memory. */
final class HabitsInMemory implements HabitsOfAccounts {
    private final Memory memory;
    private final Accounts accounts;
    private final Memory.Table<Id<Account>, SessionHabits> rows;

    HabitsInMemory(Memory memory, Accounts accounts) {
        this.memory = memory;
        this.accounts = accounts;
        this.rows = memory.table();
    }

    @Override
    public SessionHabits get(Id<Account> account) {
        return rows.find(account).orElse(SessionHabits.USUAL);
    }

    @Override
    public SessionHabits replace(Id<Account> account, SessionHabits changed) {
        return memory.write(() -> {
            if (accounts.find(account).isEmpty()) {
                throw new NoSuchRecord("account", account);
            }
            SessionHabits kept = get(account);
            if (!kept.version().equals(changed.version())) {
                throw new StaleRecord(account, changed.version(), kept.version());
            }
            SessionHabits next = changed.at(changed.version().next());
            rows.put(account, next);
            return next;
        });
    }
}
