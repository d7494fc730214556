package org.stillpoint.store;

import static java.util.Objects.requireNonNull;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
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
        settings = shared.lend(own.path().resolve("data"));
        store = Store.open(settings(), clock);
    }

    @Override
    public void afterEach(ExtensionContext context) throws SQLException {
        store().close();
        requireNonNull(server).takeBack(settings());
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

    /**
     * The server, and the folder with the master key of all its databases. A database is lent to one test after the other, put back as
     * a first start leaves it in between; one whose tables or triggers a test changed is dropped.
     */
    private static final class Server implements AutoCloseable {
        private static final String SHAPE = """
                select md5(string_agg(said, ' ' order by said)) from (
                  select table_name || '.' || column_name || data_type || is_nullable as said
                    from information_schema.columns where table_schema = 'public'
                  union all select tgrelid::regclass || '.' || tgname || tgenabled::text from pg_trigger
                  union all select indexrelid::regclass::text from pg_stat_user_indexes
                  union all select version || success::text from flyway_schema_history) as shape
                """;

        private final EmbeddedPostgres postgres;
        private final TestFolder keys = TestFolder.make();
        private final String shape;
        private final String putBack;
        private @Nullable String free;

        private Server(EmbeddedPostgres postgres) throws SQLException {
            this.postgres = postgres;
            execute("postgres", "create database " + TEMPLATE);
            Store.open(settings(TEMPLATE, keys.path())).close();
            execute(TEMPLATE, "create schema pristine");
            List<String> tables = strings(
                    TEMPLATE,
                    "select quote_ident(tablename) from pg_tables where schemaname = 'public' and tablename not like 'flyway%'");
            StringBuilder again = new StringBuilder("set session_replication_role = replica;");
            for (String table : tables) {
                execute(TEMPLATE, "create table pristine." + table + " as table public." + table);
                again.append("delete from public." + table + ";insert into public." + table
                        + " overriding system value table pristine." + table + ";");
            }
            for (String sequence : strings(
                    TEMPLATE, "select quote_ident(sequencename) from pg_sequences where schemaname = 'public'")) {
                String value = strings(TEMPLATE, "select last_value || ', ' || is_called from public." + sequence)
                        .getFirst();
                again.append("select setval('public." + sequence + "', " + value + ");");
            }
            putBack = again.toString();
            shape = strings(TEMPLATE, SHAPE).getFirst();
        }

        static Server start() {
            try {
                EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        // a test's database is gone with its machine; what a kill leaves is what the machine has
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .start();
                try {
                    return new Server(postgres);
                } catch (SQLException | RuntimeException failed) {
                    postgres.close();
                    throw failed;
                }
            } catch (IOException | SQLException e) {
                throw new IllegalStateException("PostgreSQL did not start", e);
            }
        }

        /** A database as a first start leaves it, with a folder of its own that knows its master key. */
        StoreSettings.Postgres lend(Path folder) throws IOException, SQLException {
            String name = free;
            if (name == null) {
                name = "record_" + UUID.randomUUID().toString().replace("-", "");
                execute("postgres", "create database " + name + " template " + TEMPLATE + " strategy file_copy");
            }
            free = null;
            Files.createDirectories(folder);
            Files.copy(keys.path().resolve(MasterKey.FILE), folder.resolve(MasterKey.FILE));
            return settings(name, folder);
        }

        void takeBack(StoreSettings.Postgres lent) throws SQLException {
            String name = lent.jdbcUrl().replaceAll("^.*/([a-z0-9_]+)(\\?.*)?$", "$1");
            if (isAsItWas(name)) {
                execute(name, putBack);
                free = name;
            } else {
                execute("postgres", "drop database " + name + " with (force)");
            }
        }

        private boolean isAsItWas(String name) {
            try {
                return strings(name, SHAPE).equals(List.of(shape));
            } catch (SQLException whatWasThereIsGone) {
                return false;
            }
        }

        private StoreSettings.Postgres settings(String database, Path folder) {
            return new StoreSettings.Postgres(
                    folder, postgres.getJdbcUrl("postgres", database), "postgres", "any password is let in");
        }

        private List<String> strings(String database, String sql) throws SQLException {
            try (Connection connection =
                            postgres.getDatabase("postgres", database).getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                List<String> read = new ArrayList<>();
                while (rows.next()) {
                    read.add(rows.getString(1));
                }
                return read;
            }
        }

        private void execute(String database, String sql) throws SQLException {
            try (Connection connection =
                            postgres.getDatabase("postgres", database).getConnection();
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
