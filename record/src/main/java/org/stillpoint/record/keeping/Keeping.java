package org.stillpoint.record.keeping;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;

/** How well the record is kept, for whoever has to do something about it. */
public interface Keeping {

    /**
     * The record is shorter than it was: what was kept last is gone.
     *
     * @param had entries that the account had
     * @param has entries that it had of these when the loss was found
     * @param last when the last of those was written that it had
     */
    record Loss(long had, long has, Instant last) {}

    /** When a backup was last written and found whole. */
    Optional<Instant> lastBackup();

    /** What was found missing at a start, until it is taken as it is. */
    Optional<Loss> findLoss();

    /** Those of whom something could not be read since the start, by their ids as they stand, which may be damaged too. */
    List<String> listUnreadable();

    /** What was done to erase a client; empty for who was never erased. */
    Optional<ErasureReceipt> findReceipt(Id<Client> erased);

    /** Erasures that are still to be driven out of the files. */
    List<ErasureReceipt> listUnfinished();

    /**
     * Reads of one client among many, so that one who cannot be read hides nobody else.
     *
     * @return empty where it cannot be read; {@link #listUnreadable} tells of it from then on
     */
    <T> Optional<T> tryReading(Id<Client> client, Supplier<T> reading);
}
