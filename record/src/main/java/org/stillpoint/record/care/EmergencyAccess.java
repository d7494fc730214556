package org.stillpoint.record.care;

import java.time.Instant;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.client.Client;

/**
 * Somebody opened the record of a client who is not theirs.
 *
 * @param by who did
 * @param reason why, in their words; 1 to {@value #MOST_CHARACTERS} characters
 * @param at since when, in whole milliseconds
 * @param until when it closes by itself; after {@code at}
 */
public record EmergencyAccess(
        Id<EmergencyAccess> id, Id<Client> client, Id<Account> by, PrivateText reason, Instant at, Instant until) {
    public static final int MOST_CHARACTERS = 1_000;

    public EmergencyAccess {
        if (reason.value().isBlank() || reason.value().length() > MOST_CHARACTERS) {
            throw new BadValue(
                    "reason",
                    "of " + reason.value().length() + " characters",
                    "1 to " + MOST_CHARACTERS + " characters");
        }
        if (!until.isAfter(at)) {
            throw new BadValue("until", until.toString(), "after " + at);
        }
    }
}
