package org.stillpoint.record.slip;

import java.time.Instant;
import java.util.Optional;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.client.Client;

/**
 * One slip that was mended: never changed, never removed, and erased with its client.
 *
 * @param entry the id of what was mended
 * @param by whose account mended it; empty where the program did
 * @param at when it was mended, by the record's own clock
 * @param before what had stood there
 * @param after what stands there since; empty where the entry was struck out
 * @param reason why; never empty where the entry was struck out
 */
public record EntryCorrection(
        Id<EntryCorrection> id,
        Id<Client> client,
        Id<?> entry,
        Optional<Id<Account>> by,
        Instant at,
        EntryContent before,
        Optional<EntryContent> after,
        PrivateText reason) {

    /** @throws BadValue if an entry is struck out without a reason, or becomes one of another kind */
    public EntryCorrection {
        if (after.isEmpty() && reason.value().isBlank()) {
            throw new BadValue("reason", "empty", "why it is struck out");
        }
        if (after.isPresent() && after.get().getClass() != before.getClass()) {
            throw new BadValue("entry", "of another kind", "of the kind that it was");
        }
    }

    /** Whether the entry counts no more. */
    public boolean isStruckOut() {
        return after.isEmpty();
    }
}
