package org.stillpoint.store;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;

/**
 * A PostgreSQL database, held by one program: by an advisory lock, which goes with its connection, however that ends. Two programs on
 * one database would each keep in memory what the other changes: names, keys, and who was erased.
 */
final class PostgresHold implements AutoCloseable {
    /** "stillpnt" in eight bytes. */
    private static final long LOCK = 0x7374_696c_6c70_6e74L;

    /** Own choice, 2026: a program that was killed leaves a connection that its server notices within this. */
    private static final Duration FOR_THE_DEAD = Duration.ofSeconds(1);

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

    private final String url;
    private final Properties properties;
    private Connection connection;
    private volatile boolean doubtful;

    private PostgresHold(String url, Properties properties, Connection connection) {
        this.url = url;
        this.properties = properties;
        this.connection = connection;
    }

    /**
     * @param config how the database is reached
     * @throws CannotOpen if another program holds it
     */
    static PostgresHold take(HikariConfig config) {
        Properties properties = new Properties();
        properties.putAll(config.getDataSourceProperties());
        properties.put("user", config.getUsername());
        properties.put("password", config.getPassword());
        long until = System.nanoTime() + FOR_THE_DEAD.toNanos();
        try {
            Connection connection = DriverManager.getConnection(config.getJdbcUrl(), properties);
            while (!locks(connection)) {
                if (System.nanoTime() > until) {
                    connection.close();
                    throw inUse();
                }
                LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            }
            return new PostgresHold(config.getJdbcUrl(), properties, connection);
        } catch (SQLException failed) {
            throw new IllegalStateException("the database was not to be held", failed);
        }
    }

    private static CannotOpen inUse() {
        return new CannotOpen(
                CannotOpen.Reason.DATABASE_IN_USE,
                "The database is in use by another running Stillpoint, on this machine or another; end that one first.");
    }

    private static boolean locks(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** Other connections broke: this one may have too. */
    void mayBeLost() {
        doubtful = true;
    }

    /**
     * Before anything is written: the database is held still, or again.
     *
     * @throws NotKept if another program holds it by now, or it does not answer
     */
    void requireHeld() {
        if (doubtful) {
            takeAgain();
        }
    }

    private synchronized void takeAgain() {
        if (!doubtful) {
            return;
        }
        try {
            if (!holds()) {
                Connection again = DriverManager.getConnection(url, properties);
                if (!locks(again)) {
                    again.close();
                    throw NotKept.unanswered();
                }
                connection = again;
            }
            doubtful = false;
        } catch (SQLException notYet) {
            throw NotKept.unanswered();
        }
    }

    private boolean holds() {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select 1")) {
            return row.next();
        } catch (SQLException lost) {
            return false;
        }
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException gone) {
            // then it holds nothing any more
        }
    }
}
