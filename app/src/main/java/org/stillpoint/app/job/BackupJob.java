package org.stillpoint.app.job;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stillpoint.store.Backup;
import org.stillpoint.store.Backup.CheckedBackup;
import org.stillpoint.store.Store;
import org.stillpoint.store.StoreSettings;

/**
 * Backs the record up daily while it is served: at night, or as soon as the machine runs again after a night for which it was off.
 * The newest seven are kept. Of several servers the first that looks writes it, to its own folder.
 */
public final class BackupJob implements AutoCloseable {
    /** Own choice, 2026: a week, in which a mistake is noticed. */
    private static final int KEPT = 7;

    /** Own choice, 2026: so old, and it is time, so that the hour of the day does not creep. */
    private static final Duration OLD = Duration.ofHours(20);

    private static final Logger LOG = LoggerFactory.getLogger(BackupJob.class);

    private final StoreSettings settings;
    private final Path to;
    private final Clock clock;
    private final Store store;
    private final ScheduledExecutorService hourly = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("stillpoint-backup").factory());

    /**
     * Where and when.
     *
     * @param to the folder
     * @param afterStart when it is looked for the first time whether one is due: not while the practice opens
     */
    public record NightlyBackups(Path to, Duration afterStart) {}

    private BackupJob(StoreSettings settings, Path to, Clock clock, Store store) {
        this.settings = settings;
        this.to = to;
        this.clock = clock;
        this.store = store;
    }

    /** @param store knows when a backup was last found whole, by whichever server wrote it */
    public static BackupJob start(StoreSettings settings, NightlyBackups wanted, Clock clock, Store store) {
        BackupJob job = new BackupJob(settings, wanted.to(), clock, store);
        var started = job.hourly.scheduleWithFixedDelay(
                () -> store.alone("backup", job::backUpWhereDue),
                wanted.afterStart().toSeconds(),
                Duration.ofHours(1).toSeconds(),
                TimeUnit.SECONDS);
        LOG.debug("backups are written daily: {}", started.isDone() ? "not any more" : "from now on");
        return job;
    }

    private void backUpWhereDue() {
        Instant now = clock.instant();
        if (store.keeping()
                .lastBackup()
                .filter(at -> at.isAfter(now.minus(OLD)))
                .isPresent()) {
            return;
        }
        try {
            CheckedBackup written = Backup.write(settings, to, clock);
            Backup.keepNewest(written, KEPT);
            if (written.checked().holds()) {
                store.noteBackup(written);
                LOG.info(
                        "backup {} holds; head of the account {}",
                        written.file(),
                        written.checked().auditHead());
            } else {
                LOG.error(
                        "backup {} does not hold: {}",
                        written.file(),
                        written.checked().faults());
            }
        } catch (RuntimeException failed) { // in an hour it is tried again; Today shows how old the last one is
            LOG.error("no backup was written: {}", failed.getMessage());
        }
    }

    @Override
    public void close() {
        hourly.shutdownNow();
    }
}
