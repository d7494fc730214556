package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.AboutContract;
import org.stillpoint.record.contract.AccountsContract;
import org.stillpoint.record.contract.ApiGrantsContract;
import org.stillpoint.record.contract.AppointmentsContract;
import org.stillpoint.record.contract.AskedAftersContract;
import org.stillpoint.record.contract.CalendarsContract;
import org.stillpoint.record.contract.CareContract;
import org.stillpoint.record.contract.ClientRequestsContract;
import org.stillpoint.record.contract.ClientsContract;
import org.stillpoint.record.contract.ConsentsContract;
import org.stillpoint.record.contract.ContactsContract;
import org.stillpoint.record.contract.DiaryContract;
import org.stillpoint.record.contract.DoorBookContract;
import org.stillpoint.record.contract.FilledQuestionnairesContract;
import org.stillpoint.record.contract.HabitsContract;
import org.stillpoint.record.contract.HistoryContract;
import org.stillpoint.record.contract.ImportedQuestionnairesContract;
import org.stillpoint.record.contract.IntakeContract;
import org.stillpoint.record.contract.InvitationsContract;
import org.stillpoint.record.contract.NoteReleasesContract;
import org.stillpoint.record.contract.OutboxContract;
import org.stillpoint.record.contract.OwnNotesContract;
import org.stillpoint.record.contract.PrivateLinksContract;
import org.stillpoint.record.contract.QuestionnairesContract;
import org.stillpoint.record.contract.RetentionContract;
import org.stillpoint.record.contract.SafetyContract;
import org.stillpoint.record.contract.SessionNotesContract;
import org.stillpoint.record.contract.SessionPlansContract;
import org.stillpoint.record.contract.SessionsContract;
import org.stillpoint.record.contract.SettingsContract;
import org.stillpoint.record.contract.SignInsContract;
import org.stillpoint.record.contract.SlipsContract;
import org.stillpoint.record.contract.SupervisionsContract;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.contract.TodayContract;
import org.stillpoint.record.contract.TouchMapsContract;
import org.stillpoint.record.contract.UnitOfWorkContract;
import org.stillpoint.record.contract.WholeClientsContract;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;
import org.stillpoint.store.CannotOpen.Reason;

/** Every contract, on a real PostgreSQL. */
@Execution(ExecutionMode.SAME_THREAD)
class PostgresTest
        implements ClientsContract,
                SlipsContract,
                RetentionContract,
                HistoryContract,
                SessionsContract,
                HabitsContract,
                ApiGrantsContract,
                CalendarsContract,
                DiaryContract,
                QuestionnairesContract,
                AccountsContract,
                AboutContract,
                ContactsContract,
                SettingsContract,
                SignInsContract,
                DoorBookContract,
                CareContract,
                InvitationsContract,
                PrivateLinksContract,
                OutboxContract,
                OwnNotesContract,
                AskedAftersContract,
                NoteReleasesContract,
                ConsentsContract,
                TouchMapsContract,
                SafetyContract,
                IntakeContract,
                SessionNotesContract,
                SessionPlansContract,
                FilledQuestionnairesContract,
                ImportedQuestionnairesContract,
                AppointmentsContract,
                ClientRequestsContract,
                SupervisionsContract,
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
        try (Store other = Store.openBeside(another)) {
            assertThat(other.clients().search("ann")).containsExactly(ann);
            Client bea = store().clients().update(ann.with(new PrivateText("Bea"), ann.yearOfBirth()));
            assertThat(other.clients().search("ann")).isEmpty();
            assertThat(other.clients().search("bea")).containsExactly(bea);
            Client cara = Client.added(new PrivateText("Cara"), OptionalInt.empty(), now());
            store().clients().add(cara);
            assertThat(other.clients().list()).containsExactly(bea, cara);
            store().clients().erase(bea.id());
            assertThat(other.clients().list()).containsExactly(cara);
        }
    }

    @Test
    void open_withoutTheMasterKey_isRefusedAndMakesNone() throws IOException {
        addClient("Ann");
        Path elsewhere = record.folder().resolve("elsewhere");

        record.whileClosed(() -> assertThatThrownBy(() -> Store.open(record.settingsIn(elsewhere)))
                .isInstanceOfSatisfying(
                        CannotOpen.class, cannot -> assertThat(cannot.reason()).isEqualTo(Reason.MASTER_KEY_MISSING)));
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

    /** A tap waits for nobody longer than a person would; nothing of it is kept. */
    @Test
    void tap_whereAnotherTransactionHoldsTheClient_isToldInTime() throws SQLException {
        Client ann = addClient("Ann");
        Session session = startSession(ann);
        UnitOfWork work = work((actor, act, client) -> true);
        Mark mark = new Mark(Id.random(), now(), now(), new Moment.Settled());
        Deed deed = new Deed(Act.TAP, mark.id(), Optional.of(ann.id()), "settled");
        try (Connection other = raw();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select 1 from client for update");
            long asked = System.nanoTime();
            assertThatThrownBy(() -> work.run(
                            UnitOfWorkContract.OWNER,
                            deed,
                            records -> {
                                records.sessions().append(ann.id(), session.id(), mark, Optional.empty());
                                return mark;
                            },
                            records -> mark))
                    .isInstanceOf(NotKept.class);
            assertThat(Duration.ofNanos(System.nanoTime() - asked))
                    .isLessThan(Duration.ofMillis(1_900)); // not the wire's limit
            try (ResultSet marks = statement.executeQuery("select count(*) from mark")) {
                marks.next();
                assertThat(marks.getInt(1)).isZero();
            }
            other.rollback();
        }
    }

    /** A server that takes the connection and says nothing: what a frozen one does. */
    @Test
    void open_whereTheServerIsFrozen_isRefusedWithinSeconds() throws IOException {
        try (ServerSocket frozen = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            StoreSettings settings = new StoreSettings.Postgres(
                    record.folder().resolve("frozen"),
                    "jdbc:postgresql://localhost:" + frozen.getLocalPort() + "/x",
                    "u",
                    "secret word");

            assertTimeoutPreemptively(
                    Duration.ofSeconds(15),
                    () -> assertThatThrownBy(() -> Store.open(settings)).isInstanceOf(CannotOpen.class));
        }
    }

    @Test
    void open_afterANewerProgram_isRefused() throws SQLException {
        try (Connection connection = raw();
                Statement statement = connection.createStatement()) {
            statement.execute(OpeningTest.NEWER_STEP);
            try {
                StoreSettings again = record.settingsIn(record.folder().resolve("newer"));
                store().close();
                assertThatThrownBy(() -> Store.open(again))
                        .isInstanceOfSatisfying(
                                CannotOpen.class,
                                cannot -> assertThat(cannot.reason()).isEqualTo(Reason.DATABASE_NEWER));
            } finally {
                statement.execute("delete from flyway_schema_history where version = '999'");
                record.reopen();
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
