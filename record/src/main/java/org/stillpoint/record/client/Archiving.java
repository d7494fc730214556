package org.stillpoint.record.client;

import java.time.Instant;
import java.util.Optional;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.account.Account;

/**
 * That a client no longer comes: nothing is begun with them until they are brought back.
 *
 * @param at since when
 * @param by whose account archived them; empty where the program did
 * @param reason why, not blank
 */
public record Archiving(Instant at, Optional<Id<Account>> by, PrivateText reason) {

    public Archiving {
        if (reason.value().isBlank()) {
            throw new BadValue("reason", "blank", "why they are archived");
        }
    }
}
