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
 * Who has a PostgreSQL database: the servers of one practice together, or one program alone that puts it together, restores it or
 * changes its keys. By advisory locks, which go with their connection, however that ends; by others a job is done by one server at a time.
 */
final class PostgresHold implements AutoCloseable {
    /** "stillpnt" in eight bytes. Programs before servers could be several hold it alone. */
    private static final long LOCK = 0x7374_696c_6c70_6e74L;

    /** The first half of what locks a job: "stil" in four bytes. */
    private static final int JOBS = 0x7374_696c;

    /** Own choice, 2026: a program that was killed leaves a connection that its server notices within this. */
    private static final Duration FOR_THE_DEAD = Duration.ofSeconds(1);

    /** Own choice, 2026: while another server makes the database or brings it up, which for a large practice takes some seconds. */
    private static final Duration FOR_WHO_OPENS = Duration.ofSeconds(30);

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

    private final String url;
    private final Properties properties;
    private Connection connection;
    private volatile boolean alone;
    private volatile boolean doubtful;

    private PostgresHold(String url, Properties properties, Connection connection, boolean alone) {
        this.url = url;
        this.properties = properties;
        this.connection = connection;
        this.alone = alone;
    }

    /**
     * For one program alone.
     *
     * @param config how the database is reached
     * @throws CannotOpen if another program has it
     */
    static PostgresHold take(HikariConfig config) {
        return take(config, FOR_THE_DEAD, false);
    }

    /**
     * Alone where nobody has it, to be shared once it is open; else with the other servers.
     *
     * @param config how the database is reached
     * @throws CannotOpen if a program has it alone
     */
    static PostgresHold join(HikariConfig config) {
        return take(config, FOR_WHO_OPENS, true);
    }

    private static PostgresHold take(HikariConfig config, Duration atMost, boolean orShared) {
        Properties properties = new Properties();
        properties.putAll(config.getDataSourceProperties());
        properties.put("user", config.getUsername());
        properties.put("password", config.getPassword());
        long until = System.nanoTime() + atMost.toNanos();
        try {
            Connection connection = DriverManager.getConnection(config.getJdbcUrl(), properties);
            while (true) {
                boolean alone = asks(connection, "pg_try_advisory_lock(" + LOCK + ")");
                if (alone || (orShared && asks(connection, "pg_try_advisory_lock_shared(" + LOCK + ")"))) {
                    return new PostgresHold(config.getJdbcUrl(), properties, connection, alone);
                }
                if (System.nanoTime() > until) {
                    connection.close();
                    throw inUse();
                }
                LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the database was not to be held", failed);
        }
    }

    static CannotOpen inUse() {
        return new CannotOpen(
                CannotOpen.Reason.DATABASE_IN_USE,
                "The database is in use by another running Stillpoint, on this machine or another; end that one first.");
    }

    private static boolean asks(Connection connection, String function) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select " + function)) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** Whether no other program has the database. */
    boolean isAlone() {
        return alone;
    }

    /** Lets other servers have it too. */
    synchronized void share() {
        if (!alone) {
            return;
        }
        try {
            if (!asks(connection, "pg_try_advisory_lock_shared(" + LOCK + ")")
                    || !asks(connection, "pg_advisory_unlock(" + LOCK + ")")) {
                throw NotKept.unanswered();
            }
            alone = false;
        } catch (SQLException lost) {
            throw NotKept.unanswered();
        }
    }

    /**
     * Does something if no other server does the same at this moment.
     *
     * @return whether it was done
     */
    boolean alone(String job, Runnable work) {
        String lock = "(" + JOBS + ", " + job.hashCode() + ")";
        if (!tries("pg_try_advisory_lock" + lock)) {
            return false;
        }
        try {
            work.run();
            return true;
        } finally {
            tries("pg_advisory_unlock" + lock);
        }
    }

    /** A connection that broke holds nothing any more, and is opened anew by whoever asks next. */
    private synchronized boolean tries(String function) {
        try {
            requireHeld();
            return asks(connection, function);
        } catch (SQLException | NotKept lost) {
            doubtful = true;
            return false;
        }
    }

    /** Other connections broke: this one may have too. */
    void mayBeLost() {
        doubtful = true;
    }

    /**
     * Before anything is written: the database is held still, or again.
     *
     * @throws NotKept if another program holds it alone by now, or it does not answer
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
                if (!asks(again, (alone ? "pg_try_advisory_lock(" : "pg_try_advisory_lock_shared(") + LOCK + ")")) {
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
        try {
            return asks(connection, "true");
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
