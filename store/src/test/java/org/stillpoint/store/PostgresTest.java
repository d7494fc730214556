package org.stillpoint.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Every contract, on a real PostgreSQL that the test starts itself. */
class PostgresTest
        implements ClientsContract, HistoryContract, SessionsContract, DiaryContract, AccountsContract, VaultContract {
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static EmbeddedPostgres server;

    private final TestClock clock = new TestClock();

    @TempDir
    Path folder;

    private StoreSettings.Postgres settings;
    private Store store;

    @BeforeAll
    static void startServer() throws IOException {
        server = EmbeddedPostgres.builder().start();
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
    }

    @BeforeEach
    void open() throws SQLException {
        settings = newDatabase(server, folder);
        store = Store.open(settings, clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    static StoreSettings.Postgres newDatabase(EmbeddedPostgres server, Path folder) throws SQLException {
        String name = "record" + DATABASES.incrementAndGet();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return new StoreSettings.Postgres(
                folder.resolve("data"), server.getJdbcUrl("postgres", name), "postgres", "postgres");
    }

    @Override
    public Store store() {
        return store;
    }

    @Override
    public TestClock clock() {
        return clock;
    }

    @Override
    public Connection raw() throws SQLException {
        return DriverManager.getConnection(settings.jdbcUrl(), settings.user(), settings.password());
    }

    @Override
    public String emptyBytes() {
        return "''::bytea";
    }
}
