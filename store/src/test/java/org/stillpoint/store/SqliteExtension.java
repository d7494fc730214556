package org.stillpoint.store;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.stillpoint.record.contract.TestClock;

/**
 * For each test a record of its own on SQLite, in a folder of its own, with a clock that stands still: a copy of one that was made and
 * migrated once for all tests of a run, with its master key.
 */
final class SqliteExtension implements BeforeEachCallback, AfterEachCallback {

    private static final Namespace SHARED = Namespace.create(SqliteExtension.class);

    private final TestClock clock = new TestClock();
    private @Nullable TestFolder folder;
    private @Nullable Store store;

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        clock.reset();
        folder = TestFolder.make();
        context.getRoot()
                .getStore(SHARED)
                .computeIfAbsent(FirstStart.class, none -> FirstStart.make(), FirstStart.class)
                .copy(settings().folder());
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

    /** What a first start leaves, closed again. */
    private record FirstStart(TestFolder made) implements AutoCloseable {
        static FirstStart make() {
            FirstStart first = new FirstStart(TestFolder.make());
            Store.open(new StoreSettings.Sqlite(first.made.path()), new TestClock())
                    .close();
            return first;
        }

        void copy(Path to) throws IOException {
            OwnFolder.make(to);
            try (Stream<Path> files = Files.list(made.path())) {
                for (Path file : files.toList()) {
                    Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }

        @Override
        public void close() {
            made.close();
        }
    }
}
