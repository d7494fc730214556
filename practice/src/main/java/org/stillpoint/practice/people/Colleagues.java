package org.stillpoint.practice.people;

import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.work.Records;

/** The accounts that are not ended. */
final class Colleagues {
    private Colleagues() {}

    /** @throws NoSuchRecord if there is no such account, or it was ended */
    static Account get(Records records, Id<Account> id) {
        return records.accounts()
                .find(id)
                .filter(account -> !account.isEnded())
                .orElseThrow(() -> new NoSuchRecord("account", id));
    }
}
