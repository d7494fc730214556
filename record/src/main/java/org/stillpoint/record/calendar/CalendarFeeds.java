package org.stillpoint.record.calendar;

import java.util.Optional;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.account.Account;

/** Each account's feed, one at most. They are in no backup: an earlier state opens nothing to anybody. */
public interface CalendarFeeds {

    Optional<CalendarFeed> find(Id<Account> account);

    /** The one that has this hash. */
    Optional<CalendarFeed> findByHash(String linkHash);

    /**
     * Keeps a feed in place of the account's that was there: its address opens nothing any more.
     *
     * @throws NoSuchRecord if there is no such account
     * @throws AlreadyThere if another account's has this hash
     */
    void put(CalendarFeed feed);

    /** Takes the account's back, where it has one. */
    void remove(Id<Account> account);
}
