package org.stillpoint.store;

import java.sql.SQLException;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.stillpoint.record.Unavailable;

/** The database failed to keep or to give something: disk full, connection lost. What was kept before is as it was. */
public final class NotKept extends Unavailable {
    private static final long serialVersionUID = 1L;

    private NotKept(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** It has just not answered. */
    static NotKept unanswered() {
        return new NotKept("the database does not answer", null);
    }

    /**
     * Tells what the database said, with its state and the place where it failed, and without what lies beneath: a connection that
     * broke is an {@link java.io.IOException} there, which web servers take for the reader of the page having gone, and answer as if
     * all were well (spring-framework, issue 34481).
     */
    static NotKept because(DataAccessException failed) {
        if (!(failed.getCause() instanceof SQLException said)) {
            return new NotKept("the database failed", null);
        }
        SQLException bare = new SQLException(said.getMessage(), said.getSQLState(), said.getErrorCode());
        bare.setStackTrace(said.getStackTrace());
        return new NotKept("the database failed: " + said.getMessage(), bare);
    }
}
