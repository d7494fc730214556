package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.AccountsContract;
import org.stillpoint.record.contract.ClientsContract;
import org.stillpoint.record.contract.DiaryContract;
import org.stillpoint.record.contract.HistoryContract;
import org.stillpoint.record.contract.QuestionnairesContract;
import org.stillpoint.record.contract.SessionsContract;
import org.stillpoint.record.contract.SignInsContract;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.contract.TodayContract;
import org.stillpoint.record.contract.UnitOfWorkContract;
import org.stillpoint.record.contract.WholeClientsContract;
import org.stillpoint.store.CannotOpen.Reason;

/** Every contract, on a real PostgreSQL. */
class PostgresTest
        implements ClientsContract,
                HistoryContract,
                SessionsContract,
                DiaryContract,
                QuestionnairesContract,
                AccountsContract,
                SignInsContract,
                VaultContract,
                UnitOfWorkContract,
                TodayContract,
                WholeClientsContract {
    @RegisterExtension
    private final PostgresExtension record = new PostgresExtension();

    @Test
    void names_changedByAnotherProcess_areFoundAtOnce() throws IOException {
        Client ann = addClient("Ann");
        assertThat(store().clients().search("ann")).containsExactly(ann);
        Path elsewhere = Files.createDirectories(record.folder().resolve("another"));
        Files.copy(record.settings().folder().resolve(MasterKey.FILE), elsewhere.resolve(MasterKey.FILE));
        StoreSettings another = record.settingsIn(elsewhere);
        try (Store other = Store.open(another, clock())) {
            Client bea = other.clients().update(ann.with(new PrivateText("Bea"), ann.yearOfBirth()));
            assertThat(store().clients().search("ann")).isEmpty();
            assertThat(store().clients().search("bea")).containsExactly(bea);
            Client cara = Client.added(new PrivateText("Cara"), OptionalInt.empty(), now());
            other.clients().add(cara);
            assertThat(store().clients().list()).containsExactly(bea, cara);
            other.clients().erase(bea.id());
            assertThat(store().clients().list()).containsExactly(cara);
        }
    }

    @Test
    void open_withoutTheMasterKey_isRefusedAndMakesNone() throws IOException {
        addClient("Ann");
        Path elsewhere = record.folder().resolve("elsewhere");

        assertThatThrownBy(() -> Store.open(record.settingsIn(elsewhere)))
                .isInstanceOfSatisfying(
                        CannotOpen.class, cannot -> assertThat(cannot.reason()).isEqualTo(Reason.MASTER_KEY_MISSING));
        assertThat(Files.exists(elsewhere.resolve(MasterKey.FILE))).isFalse();
        assertThat(store().clients().list()).hasSize(1);
    }

    @Test
    void open_whereNoServerAnswers_isRefusedWithoutThePassword() {
        StoreSettings nobody = new StoreSettings.Postgres(
                record.folder().resolve("nobody"),
                "jdbc:postgresql://localhost:1/x?connectTimeout=2",
                "u",
                "secret word");

        assertThatThrownBy(() -> Store.open(nobody))
                .isInstanceOfSatisfying(
                        CannotOpen.class, cannot -> assertThat(cannot.reason()).isEqualTo(Reason.DATABASE_UNREACHABLE))
                .hasMessageNotContaining("secret");
    }

    @Test
    void open_afterANewerProgram_isRefused() throws SQLException {
        try (Connection connection = raw();
                Statement statement = connection.createStatement()) {
            statement.execute(OpeningTest.NEWER_STEP);
            try {
                StoreSettings again = record.settingsIn(record.folder().resolve("newer"));
                assertThatThrownBy(() -> Store.open(again))
                        .isInstanceOfSatisfying(
                                CannotOpen.class,
                                cannot -> assertThat(cannot.reason()).isEqualTo(Reason.DATABASE_NEWER));
            } finally {
                statement.execute("delete from flyway_schema_history where version = '999'");
            }
        }
    }

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
    public Connection raw() throws SQLException {
        return record.raw();
    }

    @Override
    public String emptyBytes() {
        return "''::bytea";
    }
}
