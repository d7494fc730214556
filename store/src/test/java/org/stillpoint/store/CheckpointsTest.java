package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was committed is moved out of the log by somebody else than whoever commits. */
class CheckpointsTest {
    private static final int ROWS = 6_000;
    private static final int ROW_BYTES = 1_000;

    @TempDir
    Path folder;

    /** The file of the database grows by what was written although the connection that wrote it moves nothing. */
    @Test
    void muchInTheLog_isMovedWithinSeconds_andNotByWhoeverWrites() throws Exception {
        Path file = folder.resolve("some.db");
        try (Connection writer = writer(file)) {
            write(writer);
            long before = Files.size(file);
            assertThat(before).isLessThan((long) ROWS * ROW_BYTES / 10);

            try (Checkpoints moving = new Checkpoints(pool(file), folder.resolve("some.db-wal"))) {
                Instant late = Instant.now().plus(Duration.ofSeconds(20));
                while (Files.size(file) < (long) ROWS * ROW_BYTES
                        && Instant.now().isBefore(late)) {
                    Thread.sleep(50);
                }
            }
            assertThat(Files.size(file)).isGreaterThan((long) ROWS * ROW_BYTES);
        }
    }

    /** Somebody reads while the log is to be emptied: it is tried again until they are done. */
    @Test
    void truncateSoon_whileSomebodyReads_emptiesTheLogOnceTheyAreDone() throws Exception {
        Path file = folder.resolve("some.db");
        Path log = folder.resolve("some.db-wal");
        try (Connection writer = writer(file);
                Connection reader = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            write(writer);
            try (Checkpoints moving = new Checkpoints(pool(file), log)) {
                reader.setAutoCommit(false);
                try (Statement reads = reader.createStatement()) {
                    reads.executeQuery("select count(*) from kept").close();
                }
                moving.truncateSoon();
                Thread.sleep(500);
                assertThat(Files.size(log)).isPositive();

                reader.commit();
                Instant late = Instant.now().plus(Duration.ofSeconds(20));
                while (Files.size(log) > 0 && Instant.now().isBefore(late)) {
                    Thread.sleep(50);
                }
                assertThat(Files.size(log)).isZero();
            }
        }
    }

    private static Connection writer(Path file) throws SQLException {
        Connection writer = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement begins = writer.createStatement()) {
            begins.execute("pragma journal_mode = wal");
            begins.execute(Checkpoints.NOT_BY_WHOEVER_WRITES);
            begins.execute("create table kept(words blob)");
        }
        return writer;
    }

    private static void write(Connection writer) throws SQLException {
        writer.setAutoCommit(false);
        try (Statement writes = writer.createStatement()) {
            for (int row = 1; row <= ROWS; row++) {
                writes.execute("insert into kept values (randomblob(" + ROW_BYTES + "))");
                if (row % 100 == 0) {
                    writer.commit();
                }
            }
        }
        writer.commit();
        writer.setAutoCommit(true);
    }

    private static HikariDataSource pool(Path file) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:sqlite:" + file);
        config.setMaximumPoolSize(1);
        config.setConnectionInitSql(Checkpoints.GIVES_WAY);
        return new HikariDataSource(config);
    }
}
