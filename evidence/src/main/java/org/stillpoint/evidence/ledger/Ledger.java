package org.stillpoint.evidence.ledger;

import java.util.List;
import java.util.Optional;

/**
 * Where sealed claims are kept: append-only. An implementation refuses a claim that does not follow the last one, one that
 * is sealed on or after its first target day, and every edit of what is already there.
 */
public interface Ledger {

    /** Adds a claim to the end. @throws IllegalStateException where it does not follow the last one */
    void append(SealedClaim claim);

    /** Adds what became of a claim, once. @throws IllegalStateException where it is there already */
    void append(Resolution resolution);

    Optional<SealedClaim> findLast();

    /** All claims in the order of their numbers. */
    List<SealedClaim> list();

    /** What became of those that are due, in the order they were added. */
    List<Resolution> listResolutions();
}
