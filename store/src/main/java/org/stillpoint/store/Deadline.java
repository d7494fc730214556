package org.stillpoint.store;

import java.time.Duration;
import org.jooq.Configuration;
import org.jooq.ExecuteListener;
import org.jooq.SQLDialect;
import org.jooq.conf.SettingsTools;
import org.jooq.impl.DefaultExecuteListenerProvider;

/**
 * Until when a transaction may go on. A database that answers each statement slowly is met by none of the limits on one answer.
 *
 * @param at by {@link System#nanoTime}
 */
record Deadline(long at) {
    /** The driver counts whole seconds; own choice, 2026: as long as SQLite waits for another writer. */
    private static final int ONE_STATEMENT_SECONDS = 1;

    static Deadline after(Duration limit) {
        return new Deadline(System.nanoTime() + limit.toNanos());
    }

    /** @throws NotKept if it has passed */
    void require() {
        if (System.nanoTime() - at > 0) {
            throw NotKept.unanswered();
        }
    }

    /** The same connection, on which no statement is sent once it has passed. */
    Configuration on(Configuration connection) {
        Configuration within = connection.derive(
                new DefaultExecuteListenerProvider(ExecuteListener.onExecuteStart(statement -> require())));
        return connection.dialect() == SQLDialect.POSTGRES // SQLite's driver takes it for another limit
                ? within.derive(SettingsTools.clone(within.settings()).withQueryTimeout(ONE_STATEMENT_SECONDS))
                : within;
    }
}
