package org.stillpoint.store;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.stillpoint.record.contract.TestClock;

/** All that is kept on SQLite, taken out and in. */
class TakeInSqliteTest implements TakeInContract {
    @RegisterExtension
    private final SqliteExtension record = new SqliteExtension();

    @Override
    public StoreSettings settings() {
        return record.settings();
    }

    @Override
    public Path place() {
        return record.settings().folder().resolveSibling("place");
    }

    @Override
    public Store store() {
        return record.store();
    }

    @Override
    public TestClock clock() {
        return record.clock();
    }

    @Override
    public void reopen() {
        record.reopen();
    }
}
