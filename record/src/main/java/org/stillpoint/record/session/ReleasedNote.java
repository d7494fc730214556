package org.stillpoint.record.session;

import java.time.Instant;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.client.Client;

/**
 * A process note that its author lets leave, with its words.
 *
 * @param note the mark whose words they are
 * @param saidAt when the client said it
 * @param releasedAt when its author let it leave
 */
public record ReleasedNote(
        Id<Mark> note,
        Id<Client> client,
        Id<Session> session,
        Id<Account> author,
        Instant saidAt,
        Instant releasedAt,
        ProcessNote said) {

    /** Hides what was said. */
    @Override
    public String toString() {
        return "ReleasedNote[" + note + "]";
    }
}
