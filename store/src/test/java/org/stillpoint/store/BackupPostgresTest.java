package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.store.RowStream.CountedRows;

/** Backups of a record on PostgreSQL, and the way from one database to the other and back. */
@Execution(ExecutionMode.SAME_THREAD)
class BackupPostgresTest implements BackupContract {
    @RegisterExtension
    private final PostgresExtension record = new PostgresExtension();

    @Override
    public StoreSettings settings() {
        return record.settings();
    }

    @Override
    public Path place() {
        return record.folder().resolve("place");
    }

    @Override
    public Connection raw() throws SQLException {
        return record.raw();
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

    @Test
    void restore_thereAndBack_isTheSameRowByRow() throws IOException, SQLException {
        fill();
        Map<String, CountedRows> before = rows(store());
        StoreSettings sqlite = empty("sqlite");
        Backup.restore(backUp().file(), sqlite);
        store().close();
        try (Connection connection = raw();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema public cascade");
            statement.execute("create schema public");
        }

        Path back = Backup.write(sqlite, place().resolve("back"), clock()).file();
        assertThat(Backup.restore(back, settings()).checked().faults()).isEmpty();
        reopen();
        assertThat(rows(store())).isEqualTo(before);
    }

    private static Map<String, CountedRows> rows(Store store) {
        return BackupContract.rows(store);
    }
}
