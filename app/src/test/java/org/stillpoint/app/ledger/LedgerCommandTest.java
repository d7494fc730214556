package org.stillpoint.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.Program;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.ledger.Draft;
import org.stillpoint.record.ledger.EntryKind;
import org.stillpoint.store.Store;
import org.stillpoint.store.StoreSettings;

/** The ledger as someone with the database file in hand would try to change it. */
class LedgerCommandTest {

    @TempDir
    Path folder;

    private void sealThree() {
        try (Store store = Store.open(new StoreSettings.Sqlite(folder))) {
            Client client = Client.added(new PrivateText("Ann"), OptionalInt.empty(), Instant.now());
            store.clients().add(client);
            for (int i = 0; i < 3; i++) {
                store.ledger()
                        .seal(Draft.ahead(
                                EntryKind.GUESS,
                                client.id(),
                                Instant.now().plusSeconds(86_400),
                                new PrivateText("{\"pain\":4,\"chance\":0.5}")));
            }
        }
    }

    private void behindItsBack(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("stillpoint.db"));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void verify_anUntouchedLedger_holds() {
        sealThree();
        Program.Outcome outcome = Program.run("ledger", "verify", "--data", folder.toString());
        assertThat(outcome.code()).isEqualTo(ExitCode.OK);
        assertThat(outcome.out()).contains("holds: 3 entries");
    }

    @Test
    void verify_anEntryEditedInTheFile_namesIt() throws SQLException {
        sealThree();
        behindItsBack(
                "drop trigger ledger_never_changed", "update ledger set sealed_at = sealed_at - 1 where number = 2");

        Program.Outcome outcome = Program.run("ledger", "verify", "--json", "--data", folder.toString());
        assertThat(outcome.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(outcome.out()).contains("\"holds\":false").contains("\"firstBadEntry\":2");
    }

    @Test
    void verify_aLedgerCutShort_namesWhatIsMissing() throws SQLException {
        sealThree();
        behindItsBack("drop trigger ledger_never_shortened", "delete from ledger where number = 3");

        Program.Outcome outcome = Program.run("ledger", "verify", "--data", folder.toString());
        assertThat(outcome.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(outcome.out()).contains("First bad entry: 3");
    }

    @Test
    void verify_whereNothingIsKept_saysSoAndMakesNothing() {
        Path empty = folder.resolve("nowhere");
        Program.Outcome outcome = Program.run("ledger", "verify", "--data", empty.toString());
        assertThat(outcome.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(outcome.err()).contains("No practice is kept");
        assertThat(empty).doesNotExist();
    }

    @Test
    void resolve_withNothingDue_leavesItOpen() {
        sealThree();
        Program.Outcome outcome = Program.run("ledger", "resolve", "--data", folder.toString());
        assertThat(outcome.code()).isEqualTo(ExitCode.OK);
        assertThat(outcome.out()).contains("Resolved 0");
    }
}
