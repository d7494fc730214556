package org.stillpoint.record.checkin;

import java.time.Instant;
import java.util.Optional;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.account.Account;

/**
 * What was done about what a client said was worse.
 *
 * @param at when it was written
 * @param by whose account wrote it; empty where it was the program
 * @param done in words
 */
public record FollowUp(Instant at, Optional<Id<Account>> by, PrivateText done) {
    public FollowUp {
        if (done.isEmpty()) {
            throw new BadValue("what was done", "nothing", "a few words");
        }
    }
}
