package org.stillpoint.store;

import static java.util.Objects.requireNonNull;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.stillpoint.record.contract.TestClock;

/**
 * For each test a record of its own on a real PostgreSQL, with a clock that stands still. The server is started once for all tests
 * of a run; each database is a copy of one that was made and migrated once, with its master key.
 */
final class PostgresExtension implements BeforeEachCallback, AfterEachCallback {

    private static final Namespace SHARED = Namespace.create(PostgresExtension.class);
    private static final String TEMPLATE = "template_of_records";

    private final TestClock clock = new TestClock();
    private @Nullable Server server;
    private @Nullable TestFolder folder;
    private StoreSettings.@Nullable Postgres settings;
    private @Nullable Store store;

    @Override
    public void beforeEach(ExtensionContext context) throws IOException, SQLException {
        clock.reset();
        Server shared =
                context.getRoot().getStore(SHARED).computeIfAbsent(Server.class, none -> Server.start(), Server.class);
        TestFolder own = TestFolder.make();
        server = shared;
        folder = own;
        settings = shared.copy(own.path().resolve("data"));
        store = Store.open(settings(), clock);
    }

    @Override
    public void afterEach(ExtensionContext context) throws SQLException {
        store().close();
        requireNonNull(server).drop(settings());
        requireNonNull(folder).close();
    }

    Store store() {
        return requireNonNull(store);
    }

    TestClock clock() {
        return clock;
    }

    StoreSettings.Postgres settings() {
        return requireNonNull(settings);
    }

    /** The same database, seen from another folder. */
    StoreSettings.Postgres settingsIn(Path elsewhere) {
        return new StoreSettings.Postgres(
                elsewhere, settings().jdbcUrl(), settings().user(), settings().password());
    }

    /** A place for other folders of the test. */
    Path folder() {
        return requireNonNull(folder).path();
    }

    /** Closes the store and opens it again, as the next start of the program does. */
    void reopen() {
        store().close();
        store = Store.open(settings(), clock);
    }

    /** What is tried while nobody has the record open. */
    void whileClosed(Runnable tried) {
        store().close();
        try {
            tried.run();
        } finally {
            store = Store.open(settings(), clock);
        }
    }

    /** A way to the database past the store. */
    Connection raw() throws SQLException {
        return DriverManager.getConnection(
                settings().jdbcUrl(), settings().user(), settings().password());
    }

    /** The server, and the folder with the master key of the database that all others are copies of. */
    private record Server(EmbeddedPostgres postgres, TestFolder keys) implements AutoCloseable {

        static Server start() {
            try {
                Server server = new Server(
                        EmbeddedPostgres.builder()
                                // a test's database is gone with its machine; what a kill leaves is what the machine
                                // has
                                .setServerConfig("fsync", "off")
                                .setServerConfig("full_page_writes", "off")
                                .start(),
                        TestFolder.make());
                server.execute("create database " + TEMPLATE);
                Store.open(server.settings(TEMPLATE, server.keys.path())).close();
                return server;
            } catch (IOException | SQLException e) {
                throw new IllegalStateException("PostgreSQL did not start", e);
            }
        }

        /** A new database with a folder of its own; both know the same master key. */
        StoreSettings.Postgres copy(Path folder) throws IOException, SQLException {
            String name = "record_" + UUID.randomUUID().toString().replace("-", "");
            execute("create database " + name + " template " + TEMPLATE + " strategy file_copy");
            Files.createDirectories(folder);
            Files.copy(keys.path().resolve(MasterKey.FILE), folder.resolve(MasterKey.FILE));
            return settings(name, folder);
        }

        void drop(StoreSettings.Postgres database) throws SQLException {
            String url = database.jdbcUrl();
            execute("drop database " + url.replaceAll("^.*/([a-z0-9_]+)(\\?.*)?$", "$1") + " with (force)");
        }

        private StoreSettings.Postgres settings(String database, Path folder) {
            return new StoreSettings.Postgres(
                    folder, postgres.getJdbcUrl("postgres", database), "postgres", "any password is let in");
        }

        private void execute(String sql) throws SQLException {
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        @Override
        public void close() {
            try {
                postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            keys.close();
        }
    }
}
