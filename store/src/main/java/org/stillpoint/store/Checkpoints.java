package org.stillpoint.store;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;

/**
 * Moves what was committed from SQLite's log into the database file: what a damaged log can take with it is then seconds of work, not
 * weeks. Off the way of whoever writes.
 */
final class Checkpoints implements AutoCloseable {
    private static final Duration EVERY = Duration.ofMinutes(1); // own choice, 2026

    private final DSLContext writing;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("stillpoint-log").factory());

    Checkpoints(DSLContext writing) {
        this.writing = writing;
        worker.scheduleWithFixedDelay(() -> run("passive"), EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Empties the log as soon as nobody reads in it. */
    void truncateSoon() {
        try {
            worker.execute(() -> run("truncate"));
        } catch (RejectedExecutionException closed) {
            // closing the database empties it
        }
    }

    private void run(String kind) {
        try {
            writing.fetch("pragma wal_checkpoint(" + kind + ")");
        } catch (DataAccessException later) {
            // a minute later it is tried again
        }
    }

    @Override
    public void close() {
        worker.close();
    }
}
