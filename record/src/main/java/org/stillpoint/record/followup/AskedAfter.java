package org.stillpoint.record.followup;

import java.time.Instant;
import java.util.Optional;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.session.Session;

/**
 * The client was asked how it went after a session. It is never changed.
 *
 * @param session after which
 * @param at when it was noted
 * @param by whose account asked; empty where it was the program
 * @param said what they said, in words
 */
public record AskedAfter(
        Id<AskedAfter> id,
        Id<Client> client,
        Id<Session> session,
        Instant at,
        Optional<Id<Account>> by,
        WayOfAsking how,
        PrivateText said) {

    public AskedAfter {
        if (said.value().isBlank()) {
            throw new BadValue("what the client said", "nothing", "a few words");
        }
    }

    /** Hides what was said. */
    @Override
    public String toString() {
        return "AskedAfter[" + id + "]";
    }
}
