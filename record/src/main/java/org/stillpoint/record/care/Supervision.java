package org.stillpoint.record.care;

import java.time.Instant;
import java.util.Optional;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.client.Client;

/**
 * A client's case was handed to a supervisor, who sees it without name, text and dates, for a while.
 *
 * @param number what the case is called between the two, 1 or more
 * @param by who handed it over; empty where the program did
 * @param until when it ends by itself; after {@code at}
 * @param endedAt when it was ended before that
 * @param version grows with each change
 */
public record Supervision(
        Id<Supervision> id,
        Id<Client> client,
        Id<Account> supervisor,
        int number,
        Optional<Id<Account>> by,
        Instant at,
        Instant until,
        Optional<Instant> endedAt,
        Version version) {

    public Supervision {
        if (number < 1) {
            throw new BadValue("number of a case", String.valueOf(number), "1 or more");
        }
        if (!until.isAfter(at)) {
            throw new BadValue("until", until.toString(), "after " + at);
        }
    }

    public boolean lasts(Instant now) {
        return endedAt.isEmpty() && now.isBefore(until);
    }

    /** The same, ended; hand it to {@link Supervisions#update}. */
    public Supervision ended(Instant now) {
        return new Supervision(id, client, supervisor, number, by, at, until, Optional.of(now), version);
    }

    /** The same, as seen at another version. */
    public Supervision seenAt(Version seen) {
        return new Supervision(id, client, supervisor, number, by, at, until, endedAt, seen);
    }
}
