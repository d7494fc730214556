package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.stillpoint.record.contract.TestClock;

/** All that is kept on PostgreSQL, taken out and in, over SQLite and back. */
@Execution(ExecutionMode.SAME_THREAD)
class TakeInPostgresTest implements TakeInContract {
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
    void takeIn_overSqliteAndBack_isTheSameRowByRow() throws IOException, SQLException {
        fillAll();
        TakenOut out = TakenOut.of(settings(), WHOLE);
        StoreSettings sqlite = elsewhere("sqlite");
        TakeIn.into(sqlite, "the file", out);
        store().close();
        try (Connection connection = record.raw();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema public cascade");
            statement.execute("create schema public");
        }

        TakeIn.into(settings(), "the file", TakenOut.of(sqlite, WHOLE));

        assertThat(TakenOut.of(settings(), WHOLE)).isEqualTo(out);
        reopen();
        assertThat(store().ledger().verify().fault()).isEmpty();
        assertThat(store().audit().verify().fault()).isEmpty();
    }
}
