package org.stillpoint.record.account;

import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;

/** Where it is kept how people hold sessions. */
public interface HabitsOfAccounts {

    /** {@link SessionHabits#USUAL} before they have chosen others. */
    SessionHabits get(Id<Account> account);

    /**
     * Writes them anew.
     *
     * @param changed carries the version that was seen
     * @return as they are kept now
     * @throws NoSuchRecord if there is no such account
     * @throws StaleRecord if another version is kept
     */
    SessionHabits replace(Id<Account> account, SessionHabits changed);
}
