package org.stillpoint.store;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.stillpoint.record.contract.TestClock;

/** For each test a record of its own on SQLite, in a folder of its own, with a clock that stands still. */
final class SqliteExtension implements BeforeEachCallback, AfterEachCallback {

    private final TestClock clock = new TestClock();
    private @Nullable TestFolder folder;
    private @Nullable Store store;

    @Override
    public void beforeEach(ExtensionContext context) {
        clock.reset();
        folder = TestFolder.make();
        store = Store.open(settings(), clock);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        store().close();
        requireNonNull(folder).close();
    }

    Store store() {
        return requireNonNull(store);
    }

    TestClock clock() {
        return clock;
    }

    StoreSettings.Sqlite settings() {
        return new StoreSettings.Sqlite(requireNonNull(folder).path().resolve("data"));
    }

    /** Closes the store and opens it again, as the next start of the program does. */
    void reopen() {
        store().close();
        store = Store.open(settings(), clock);
    }

    /** A way to the database past the store. */
    Connection raw() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + settings().folder().resolve(Database.SQLITE_FILE));
    }
}
