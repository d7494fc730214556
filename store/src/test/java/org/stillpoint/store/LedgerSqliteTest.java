package org.stillpoint.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.record.contract.StudiesContract;
import org.stillpoint.record.contract.TestClock;

/** The ledger's contract, on SQLite. */
class LedgerSqliteTest implements LedgerVaultContract, StudiesContract {
    private final TestClock clock = new TestClock();

    @TempDir
    Path folder;

    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(new StoreSettings.Sqlite(folder.resolve("data")), clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    public void reopen() {
        store.close();
        store = Store.open(new StoreSettings.Sqlite(folder.resolve("data")), clock);
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
        return DriverManager.getConnection(
                "jdbc:sqlite:" + folder.resolve("data").resolve(Database.SQLITE_FILE));
    }

    @Override
    public List<String> switchRulesOff() {
        return List.of("drop trigger if exists ledger_never_changed", "drop trigger if exists ledger_never_shortened");
    }
}
