package org.stillpoint.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.Unreadable;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.keeping.ErasureReceipt;
import org.stillpoint.record.keeping.Keeping;
import org.stillpoint.store.LastBackup.NotedBackup;

/** What the store knows of how well it keeps. */
final class StoredKeeping implements Keeping {
    private final Path folder;
    private final Erasures erasures;
    private final ClockMark clockMark;
    private final Set<String> unreadable = new TreeSet<>();
    private volatile Optional<NotedBackup> elsewhere = Optional.empty();

    StoredKeeping(Path folder, Erasures erasures, ClockMark clockMark) {
        this.clockMark = clockMark;
        this.erasures = erasures;
        this.folder = folder;
    }

    @Override
    public Optional<ClockDoubt> findClockDoubt() {
        return clockMark.findDoubt();
    }

    @Override
    public void noteClock() {
        clockMark.note();
    }

    @Override
    public void trustClock() {
        clockMark.trust();
    }

    @Override
    public Optional<Instant> lastBackup() {
        return laterElsewhere().map(NotedBackup::at).or(() -> LastBackup.find(folder));
    }

    @Override
    public Optional<String> lastBackupHead() {
        return laterElsewhere().map(NotedBackup::head).or(() -> LastBackup.findHead(folder));
    }

    private Optional<NotedBackup> laterElsewhere() {
        return elsewhere.filter(
                noted -> LastBackup.find(folder).filter(noted.at()::isBefore).isEmpty());
    }

    /** What whichever server has noted last. */
    void noteElsewhere(Optional<NotedBackup> noted) {
        elsewhere = noted;
    }

    @Override
    public Optional<Loss> findLoss() {
        return HighWater.findLoss(folder);
    }

    @Override
    public List<String> listUnreadable() {
        synchronized (unreadable) {
            return List.copyOf(unreadable);
        }
    }

    @Override
    public Optional<ErasureReceipt> findReceipt(Id<Client> erased) {
        return erasures.findReceipt(erased);
    }

    @Override
    public List<ErasureReceipt> listUnfinished() {
        return erasures.listUnfinished();
    }

    @Override
    public <T> Optional<T> tryReading(Id<Client> client, Supplier<T> reading) {
        return tryReading(client.toString(), reading);
    }

    /** @param client the id as it stands, which may be damaged too */
    <T> Optional<T> tryReading(String client, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (Unreadable | BadValue damaged) {
            synchronized (unreadable) {
                unreadable.add(client);
            }
            return Optional.empty();
        }
    }

    void forget(Id<Client> erased) {
        synchronized (unreadable) {
            unreadable.remove(erased.toString());
        }
    }
}
