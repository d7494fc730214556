package org.stillpoint.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.record.contract.StudiesContract;
import org.stillpoint.record.contract.TestClock;

/** The ledger's contract, on a real PostgreSQL that the test starts itself. */
class LedgerPostgresTest implements LedgerVaultContract, StudiesContract {
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
        settings = PostgresTest.newDatabase(server, folder);
        store = Store.open(settings, clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    public void reopen() {
        store.close();
        store = Store.open(settings, clock);
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
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(settings.jdbcUrl(), settings.user(), settings.password());
    }

    @Override
    public List<String> switchRulesOff() {
        return List.of("alter table ledger disable trigger user");
    }
}
