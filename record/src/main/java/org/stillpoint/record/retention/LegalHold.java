package org.stillpoint.record.retention;

import java.time.Instant;
import java.util.Optional;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.client.Client;

/**
 * Something for which a record must be kept, whatever the rule says: nobody can erase the client while it stands.
 *
 * @param reason never blank
 * @param by whose account placed it; empty where the program did
 * @param liftedAt when it was lifted; empty while it stands
 * @param version grows with each change
 */
public record LegalHold(
        Id<LegalHold> id,
        Id<Client> client,
        PrivateText reason,
        Instant since,
        Optional<Id<Account>> by,
        Optional<Instant> liftedAt,
        Version version) {

    public LegalHold {
        if (reason.value().isBlank()) {
            throw new BadValue("reason", "empty", "why the record must be kept");
        }
    }

    public boolean stands() {
        return liftedAt.isEmpty();
    }

    /** The same, lifted now; hand it to {@link Retention#update}. */
    public LegalHold lifted(Instant now) {
        return new LegalHold(id, client, reason, since, by, Optional.of(now), version);
    }

    /** The same, as seen at another version. */
    public LegalHold seenAt(Version seen) {
        return new LegalHold(id, client, reason, since, by, liftedAt, seen);
    }
}
