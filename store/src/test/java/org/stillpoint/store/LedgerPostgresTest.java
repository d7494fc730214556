package org.stillpoint.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.stillpoint.record.contract.StudiesContract;
import org.stillpoint.record.contract.TestClock;

/** The ledger's contract, on a real PostgreSQL. */
@Execution(ExecutionMode.SAME_THREAD)
class LedgerPostgresTest implements LedgerVaultContract, StudiesContract {
    @RegisterExtension
    private final PostgresExtension record = new PostgresExtension();

    @Override
    public void reopen() {
        record.reopen();
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
    public Connection connect() throws SQLException {
        return record.raw();
    }

    @Override
    public List<String> switchRulesOff() {
        return List.of("alter table ledger disable trigger user");
    }
}
