package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.record.Id;
import org.stillpoint.record.contract.Practice;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Tap;

/** PostgreSQL's process dies between two taps: the second is told as not kept, and never as a reader who has gone. */
class BackendKilledTest implements StoredPractice {
    private final TestClock clock = new TestClock();

    @TempDir
    Path folder;

    private @Nullable Store store;

    @Test
    void mark_afterTheBackendWasKilled_isNotKeptAndSaysSoWithoutAnIoException() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
            StoreSettings settings = new StoreSettings.Postgres(
                    folder.resolve("data"), server.getJdbcUrl("postgres", "postgres"), "postgres", "any password");
            try (Store opened = Store.open(settings, clock)) {
                store = opened;
                Session session = startSession(addClient("Ann"));
                List<Mark> acknowledged = new ArrayList<>(List.of(mark(session, new Moment.Settled())));
                Tap tap = Tap.of(Id.random(), now(), new Moment.Stillpoint());
                killBackends(server);

                @Nullable Throwable failed = catchThrowable(() -> mark(session, tap));

                assertThat(failed).isInstanceOf(NotKept.class);
                assertThat(Stream.iterate(failed, cause -> cause != null, Throwable::getCause))
                        .allSatisfy(cause -> assertThat(cause).isNotInstanceOf(IOException.class));
                acknowledged.add(againUntilItIsThere(opened, session, tap));
                assertThat(kept(session).marks()).containsExactlyElementsOf(acknowledged);

                server.close();
                assertThat(catchThrowable(() -> mark(session, tap))).isInstanceOf(NotKept.class);
                long started = System.nanoTime();
                assertThat(catchThrowable(() -> mark(session, tap))).isInstanceOf(NotKept.class);
                assertThat(Duration.ofNanos(System.nanoTime() - started))
                        .as("who waits for a database that is gone waits for it once")
                        .isLessThan(Database.PATIENCE.multipliedBy(2));
            }
        }
    }

    /** SIGKILL to every process of the server that serves the store; the server then restarts itself. */
    private static void killBackends(EmbeddedPostgres server) throws SQLException {
        List<Long> processes = new ArrayList<>();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select pid from pg_stat_activity"
                        + " where backend_type = 'client backend' and pid <> pg_backend_pid()")) {
            while (rows.next()) {
                processes.add(rows.getLong(1));
            }
        }
        assertThat(processes).isNotEmpty();
        for (long process : processes) {
            ProcessHandle.of(process).ifPresent(ProcessHandle::destroyForcibly); // the first one takes the others along
        }
    }

    private static Mark againUntilItIsThere(Store store, Session session, Tap tap) throws InterruptedException {
        for (int times = 0; times < 100; times++) {
            try {
                return Practice.mark(store, session, tap, Instant.now());
            } catch (NotKept starting) {
                Thread.sleep(100);
            }
        }
        throw new AssertionError("the database did not come back within ten seconds");
    }

    @Override
    public Store store() {
        return Objects.requireNonNull(store);
    }

    @Override
    public TestClock clock() {
        return clock;
    }

    @Override
    public void reopen() {
        throw new UnsupportedOperationException("this test opens once");
    }
}
