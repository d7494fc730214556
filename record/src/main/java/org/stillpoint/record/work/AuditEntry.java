package org.stillpoint.record.work;

import java.time.Instant;
import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;

/**
 * One line of the account: who did or read what, for whom, when, and what came of it. Ids only: it outlives the erasure of
 * a client.
 *
 * @param number 1 for the first of the practice, then one more each
 * @param at by the record's own clock, in whole milliseconds
 * @param key of the deed, where something was to be changed
 * @param hash SHA-256 of this entry and the hash before, 64 hexadecimal digits
 */
public record AuditEntry(
        long number,
        Instant at,
        Actor actor,
        Act act,
        Optional<Id<Client>> client,
        Optional<Id<?>> key,
        Outcome outcome,
        String hash) {

    /** What came of it. */
    public enum Outcome {
        DONE,
        /** A retry of what was done before. */
        AGAIN,
        /** A rule, a newer version or another deed stood against it. */
        REFUSED,
        NOT_ALLOWED
    }
}
