package org.stillpoint.practice.client;

import java.util.List;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.Refused;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.work.Records;

/** The accounts whose clients somebody may be. */
final class Therapists {
    private Therapists() {}

    static boolean is(Account account) {
        return !account.isEnded() && account.role().treats();
    }

    static List<Account> list(Records records) {
        return records.accounts().list().stream().filter(Therapists::is).toList();
    }

    /** @throws Refused if the account treats nobody */
    static void require(Records records, Id<Account> id) {
        Account account = records.accounts().find(id).orElseThrow(() -> new NoSuchRecord("account", id));
        if (!is(account)) {
            throw new Refused(Refused.Rule.TREATS_NOBODY, id);
        }
    }
}
