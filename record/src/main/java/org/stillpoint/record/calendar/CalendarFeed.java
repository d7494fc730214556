package org.stillpoint.record.calendar;

import java.time.Instant;
import java.util.regex.Pattern;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;

/**
 * The address at which a practitioner's calendar reads when clients come.
 *
 * @param account whose appointments it shows
 * @param linkHash SHA-256 of what the address ends in, 64 hexadecimal digits; the address itself is kept nowhere
 * @param names what it shows of whoever comes
 * @param madeAt since when
 */
public record CalendarFeed(Id<Account> account, String linkHash, FeedNames names, Instant madeAt) {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    public CalendarFeed {
        if (!HASH.matcher(linkHash).matches()) {
            throw new BadValue("hash of a feed", "of " + linkHash.length() + " characters", "64 hexadecimal digits");
        }
    }

    /** The same address, showing something else. */
    public CalendarFeed showing(FeedNames other) {
        return new CalendarFeed(account, linkHash, other, madeAt);
    }

    /** Hides the hash. */
    @Override
    public String toString() {
        return "CalendarFeed[" + account + ", " + names + "]";
    }
}
