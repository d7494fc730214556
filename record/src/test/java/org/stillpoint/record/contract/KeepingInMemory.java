package org.stillpoint.record.contract;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.stillpoint.record.Id;
import org.stillpoint.record.Unreadable;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.keeping.ErasureReceipt;
import org.stillpoint.record.keeping.Keeping;

/** Memory is never backed up, and damaged only where a test says so. */
final class KeepingInMemory implements Keeping {
    private final Clock clock;
    private Optional<Instant> used = Optional.empty();
    private Optional<Instant> doubted = Optional.empty();
    private Instant trustedAt = Instant.MIN;

    KeepingInMemory(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Optional<ClockDoubt> findClockDoubt() {
        return doubted.map(since -> new ClockDoubt(used.orElse(since), clock.instant()));
    }

    @Override
    public void noteClock() {
        Instant now = clock.instant();
        Instant last = used.orElse(now);
        boolean jumped = now.isAfter(last.plus(LONGEST_ABSENCE)) || now.isBefore(last.minus(ADJUSTED));
        doubted = jumped ? Optional.of(now) : Optional.empty();
        used = Optional.of(jumped ? last : now);
    }

    @Override
    public void trustClock() {
        trustedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS); // as the ledger's entries are
        used = Optional.of(trustedAt);
        doubted = Optional.empty();
    }

    /** Whether somebody has said since then that the clock is right. */
    boolean isTrustedAt(Instant now) {
        return !trustedAt.isAfter(now) && trustedAt.isAfter(now.minus(LONGEST_ABSENCE));
    }

    private final List<String> unreadable = new ArrayList<>();

    @Override
    public Optional<Instant> lastBackup() {
        return Optional.empty();
    }

    @Override
    public Optional<String> lastBackupHead() {
        return Optional.empty();
    }

    @Override
    public Optional<Loss> findLoss() {
        return Optional.empty();
    }

    @Override
    public List<String> listUnreadable() {
        return List.copyOf(unreadable);
    }

    /** Nothing of memory lies in files. */
    @Override
    public Optional<ErasureReceipt> findReceipt(Id<Client> erased) {
        return Optional.empty();
    }

    @Override
    public List<ErasureReceipt> listUnfinished() {
        return List.of();
    }

    @Override
    public <T> Optional<T> tryReading(Id<Client> client, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (Unreadable damaged) {
            unreadable.add(client.toString());
            return Optional.empty();
        }
    }
}
