package org.stillpoint.record.keeping;

import java.time.Duration;
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

    /**
     * The machine's clock cannot be trusted: forecasts are neither sealed nor resolved by it.
     *
     * @param lastUse when the program was used last by a clock that nobody doubted; or how the ledger's latest entry is dated
     * @param now what the clock says
     */
    record ClockDoubt(Instant lastUse, Instant now) {}

    /** Longer than this between two uses, and somebody is asked whether the clock is right: own choice, 2026. */
    Duration LONGEST_ABSENCE = Duration.ofDays(7);

    /** A clock that is set back by less than this was only adjusted: own choice, 2026. */
    Duration ADJUSTED = Duration.ofHours(1);

    /** Whether the clock has jumped since the last use, until somebody says that it is right or it is set right. */
    Optional<ClockDoubt> findClockDoubt();

    /** The program is used now: notes so, or that the clock has jumped. */
    void noteClock();

    /** Somebody says that the clock is right: the ledger goes on from now, though its latest entry may be dated later. */
    void trustClock();

    /** When a backup was last written and found whole. */
    Optional<Instant> lastBackup();

    /** How the account ended in that backup: the hash of its last entry, 64 hexadecimal digits. */
    Optional<String> lastBackupHead();

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
