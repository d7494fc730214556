package org.stillpoint.record.ledger;

import java.time.Instant;
import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.client.Client;

/**
 * A sealed entry of the ledger: never changed, never removed.
 *
 * @param number 1 for the first entry of the practice, then one more each
 * @param id its identity
 * @param client whose
 * @param kind what it is
 * @param about the earlier entry it belongs to, where there is one
 * @param sealedAt when it was sealed, by the record's own clock, in whole milliseconds
 * @param firstTarget the first instant it speaks of; there exactly if the kind looks ahead
 * @param content everything else, as JSON
 * @param hash SHA-256 of this entry and the hash before, 64 hexadecimal digits
 */
public record LedgerEntry(
        long number,
        Id<LedgerEntry> id,
        Id<Client> client,
        EntryKind kind,
        Optional<Id<LedgerEntry>> about,
        Instant sealedAt,
        Optional<Instant> firstTarget,
        PrivateText content,
        String hash) {

    /** Whether this is what the draft would have become. */
    public boolean isOf(Draft draft) {
        return id.equals(draft.id())
                && client.equals(draft.client())
                && kind == draft.kind()
                && about.equals(draft.about())
                && firstTarget.equals(draft.firstTarget())
                && content.equals(draft.content());
    }
}
