package org.stillpoint.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.record.contract.AccountsContract;
import org.stillpoint.record.contract.ClientsContract;
import org.stillpoint.record.contract.DiaryContract;
import org.stillpoint.record.contract.HistoryContract;
import org.stillpoint.record.contract.QuestionnairesContract;
import org.stillpoint.record.contract.SessionsContract;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.contract.TodayContract;
import org.stillpoint.record.contract.UnitOfWorkContract;

/** Every contract, on SQLite. */
class SqliteTest
        implements ClientsContract,
                HistoryContract,
                SessionsContract,
                DiaryContract,
                QuestionnairesContract,
                AccountsContract,
                VaultContract,
                UnitOfWorkContract,
                TodayContract {
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
    public Connection raw() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:sqlite:" + folder.resolve("data").resolve(Database.SQLITE_FILE));
    }

    @Override
    public String emptyBytes() {
        return "x''";
    }
}
