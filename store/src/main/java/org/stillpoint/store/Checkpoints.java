package org.stillpoint.store;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * Moves what was committed from SQLite's log into the database file: what a damaged log can take with it is then seconds of work, not
 * weeks. By a connection of its own, so that nobody who writes waits for the disk on its behalf: SQLite itself would do it within the commit of
 * whoever comes after each thousand pages.
 */
final class Checkpoints implements AutoCloseable {
    /** For the connection that writes: only where this here has not come to it for long, 40 MB; own choice, 2026. */
    static final String NOT_BY_WHOEVER_WRITES = "pragma wal_autocheckpoint = 10000";

    /** For its own: whoever writes waits longer than this, and so is never turned away by it; own choice, 2026. */
    static final String GIVES_WAY = "pragma busy_timeout = 200";

    private static final Duration LOOKS = Duration.ofSeconds(1); // own choice, 2026
    private static final int AT_LEAST_EVERY = 60; // looks, own choice, 2026

    /** A thousand pages, as SQLite itself has it (its documentation of wal_autocheckpoint, 2026), bytes. */
    private static final long MUCH = 1_000 * 4_096;

    private final HikariDataSource own;
    private final DSLContext moving;
    private final Path log;
    private int looks;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("stillpoint-log").factory());

    /** @param own one connection; closed with this */
    Checkpoints(HikariDataSource own, Path log) {
        this.own = own;
        this.moving = DSL.using(own, SQLDialect.SQLITE, new Settings().withExecuteLogging(false));
        this.log = log;
        worker.scheduleWithFixedDelay(this::look, LOOKS.toMillis(), LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        looks++;
        if (looks >= AT_LEAST_EVERY || size() >= MUCH) {
            looks = 0;
            run("passive");
        }
    }

    private long size() {
        try {
            return Files.size(log);
        } catch (IOException none) {
            return 0;
        }
    }

    /** Empties the log as soon as nobody reads in it. */
    void truncateSoon() {
        try {
            worker.execute(this::truncate);
        } catch (RejectedExecutionException closed) {
            // closing the database empties it
        }
    }

    private void truncate() {
        if (!run("truncate")) {
            try {
                worker.schedule(this::truncate, LOOKS.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException closed) {
                // closing the database empties it
            }
        }
    }

    /** Whether all was moved: the pragma answers by a row, 1 in its first column where somebody stood in the way. */
    private boolean run(String kind) {
        try {
            return moving.fetch("pragma wal_checkpoint(" + kind + ")")
                            .getFirst()
                            .get(0, int.class)
                    == 0;
        } catch (DataAccessException later) {
            return false;
        }
    }

    @Override
    public void close() {
        worker.close();
        own.close();
    }
}
