package org.stillpoint.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.stillpoint.record.contract.StudiesContract;
import org.stillpoint.record.contract.TestClock;

/** The ledger's contract, on SQLite. */
class LedgerSqliteTest implements LedgerVaultContract, StudiesContract {
    @RegisterExtension
    private final SqliteExtension record = new SqliteExtension();

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
        return List.of("drop trigger if exists ledger_never_changed", "drop trigger if exists ledger_never_shortened");
    }
}
