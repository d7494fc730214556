package org.stillpoint.record.ledger;

import java.util.Optional;

/**
 * What a reading of the whole chain found.
 *
 * @param entries how many entries there are
 * @param erased how many of them belong to erased clients: their hashes hold, their content is unreadable for ever
 * @param head hash of the last entry, 64 hexadecimal digits, zeros where there is none: noted elsewhere, it later proves that
 *     nothing up to here was replaced
 * @param fault the first thing that is wrong, where something is
 */
public record Verification(long entries, long erased, String head, Optional<Fault> fault) {

    /**
     * Something is wrong with an entry.
     *
     * @param number of the first bad entry
     * @param what what is wrong, without anything private
     */
    public record Fault(long number, String what) {}

    public boolean holds() {
        return fault.isEmpty();
    }
}
