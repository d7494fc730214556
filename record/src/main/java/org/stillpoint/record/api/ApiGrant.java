package org.stillpoint.record.api;

import java.time.Duration;
import java.time.Instant;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;

/** What lets another program read the record by FHIR, until a day. It reads only. */
public sealed interface ApiGrant permits ApiToken, ApiProgram {
    /** Own choice, 2026: whoever goes on reading says so once a year. */
    Duration LONGEST = Duration.ofDays(366);

    int MOST_CHARACTERS_OF_A_NAME = 80;

    Id<ApiGrant> id();

    /** Whose it is, or who registered it. */
    Id<Account> account();

    /** What it is called by whoever made it; it names no client. */
    String name();

    Instant madeAt();

    /** From when on it opens nothing. */
    Instant endsAt();

    /** The same, opening nothing from this moment on. */
    ApiGrant ended(Instant at);

    default boolean isInForce(Instant now) {
        return now.isBefore(endsAt());
    }

    /** @throws BadValue if a grant can have no such name or time */
    static void require(String name, Instant madeAt, Instant endsAt) {
        if (name.isBlank() || name.length() > MOST_CHARACTERS_OF_A_NAME) {
            throw new BadValue(
                    "name of a grant",
                    "of " + name.length() + " characters",
                    "1 to " + MOST_CHARACTERS_OF_A_NAME + " characters");
        }
        if (endsAt.isBefore(madeAt) || endsAt.isAfter(madeAt.plus(LONGEST))) {
            throw new BadValue(
                    "end of a grant",
                    Duration.between(madeAt, endsAt).toDays() + " days on",
                    "0 to " + LONGEST.toDays() + " days");
        }
    }
}
