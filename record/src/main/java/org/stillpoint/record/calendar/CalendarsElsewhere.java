package org.stillpoint.record.calendar;

import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.account.Account;

/** Where it is kept what is known of practitioners' other calendars. */
public interface CalendarsElsewhere {

    /** {@link Elsewhere#NOTHING} before anything was read. */
    Elsewhere get(Id<Account> account);

    /**
     * Writes it anew.
     *
     * @param changed carries the version that was seen
     * @return as it is kept now
     * @throws NoSuchRecord if there is no such account
     * @throws StaleRecord if another version is kept
     */
    Elsewhere replace(Id<Account> account, Elsewhere changed);
}
