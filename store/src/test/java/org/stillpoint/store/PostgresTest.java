package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.Record;
import org.jooq.Table;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.AccountsContract;
import org.stillpoint.record.contract.ClientsContract;
import org.stillpoint.record.contract.DiaryContract;
import org.stillpoint.record.contract.HistoryContract;
import org.stillpoint.record.contract.QuestionnairesContract;
import org.stillpoint.record.contract.SessionsContract;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.contract.TodayContract;
import org.stillpoint.record.contract.UnitOfWorkContract;
import org.stillpoint.store.CannotOpen.Reason;

/** Every contract, on a real PostgreSQL that the test starts itself. */
class PostgresTest
        implements ClientsContract,
                HistoryContract,
                SessionsContract,
                DiaryContract,
                QuestionnairesContract,
                AccountsContract,
                VaultContract,
                UnitOfWorkContract,
                TodayContract {
    private static final TestClock CLOCK = new TestClock();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    @TempDir
    static Path folder;

    private static EmbeddedPostgres server;
    private static StoreSettings.Postgres settings;
    private static Store store;

    @BeforeAll
    static void startServer() throws IOException, SQLException {
        server = EmbeddedPostgres.builder().start();
        settings = new StoreSettings.Postgres(
                folder.resolve("data"),
                server.getJdbcUrl("postgres", "postgres"),
                "postgres",
                "any password is let in");
        store = Store.open(settings, CLOCK);
    }

    /** A new, empty database on a server that the test started, with a folder of its own. */
    static StoreSettings.Postgres newDatabase(EmbeddedPostgres server, Path folder) throws SQLException {
        String name = "record" + DATABASES.incrementAndGet();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return new StoreSettings.Postgres(
                folder.resolve("data"), server.getJdbcUrl("postgres", name), "postgres", "any password is let in");
    }

    @AfterAll
    static void stopServer() throws IOException {
        store.close();
        server.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        CLOCK.reset();
        try (Connection connection = raw();
                Statement statement = connection.createStatement()) {
            for (List<Table<Record>> tables :
                    List.of(Tables.OF_A_SESSION, Tables.OF_A_CLIENT, List.of(Tables.ACCOUNT, Tables.DEED))) {
                for (Table<Record> table : tables) {
                    statement.execute("delete from " + table.getName());
                }
            }
            statement.execute("update client_change set number = number + 1");
            statement.execute("update client set wrapped_key = null, content = null, worse = 0, seen_at = 0,"
                    + " changed = (select number from client_change) where wrapped_key is not null");
        }
    }

    @Test
    void names_changedByAnotherProcess_areFoundAtOnce() throws IOException {
        Client ann = addClient("Ann");
        assertThat(store.clients().search("ann")).containsExactly(ann);
        Path elsewhere = Files.createDirectories(folder.resolve("another"));
        Files.copy(settings.folder().resolve(MasterKey.FILE), elsewhere.resolve(MasterKey.FILE));
        StoreSettings another =
                new StoreSettings.Postgres(elsewhere, settings.jdbcUrl(), settings.user(), settings.password());
        try (Store other = Store.open(another, CLOCK)) {
            Client bea = other.clients().update(ann.with(new PrivateText("Bea"), ann.yearOfBirth()));
            assertThat(store.clients().search("ann")).isEmpty();
            assertThat(store.clients().search("bea")).containsExactly(bea);
            Client cara = Client.added(new PrivateText("Cara"), OptionalInt.empty(), now());
            other.clients().add(cara);
            assertThat(store.clients().list()).containsExactly(bea, cara);
            other.clients().erase(bea.id());
            assertThat(store.clients().list()).containsExactly(cara);
        }
    }

    @Test
    void open_withoutTheMasterKey_isRefusedAndMakesNone() throws IOException {
        addClient("Ann");
        Path elsewhere = folder.resolve("elsewhere");

        assertThatThrownBy(() -> Store.open(new StoreSettings.Postgres(
                        elsewhere, settings.jdbcUrl(), settings.user(), settings.password())))
                .isInstanceOfSatisfying(
                        CannotOpen.class, cannot -> assertThat(cannot.reason()).isEqualTo(Reason.MASTER_KEY_MISSING));
        assertThat(Files.exists(elsewhere.resolve(MasterKey.FILE))).isFalse();
        assertThat(store.clients().list()).hasSize(1);
    }

    @Test
    void open_whereNoServerAnswers_isRefusedWithoutThePassword() {
        StoreSettings nobody = new StoreSettings.Postgres(
                folder.resolve("nobody"), "jdbc:postgresql://localhost:1/x?connectTimeout=2", "u", "secret word");

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
                StoreSettings again = new StoreSettings.Postgres(
                        folder.resolve("newer"), settings.jdbcUrl(), settings.user(), settings.password());
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
        store.close();
        store = Store.open(settings, CLOCK);
    }

    @Override
    public Store store() {
        return store;
    }

    @Override
    public TestClock clock() {
        return CLOCK;
    }

    @Override
    public Connection raw() throws SQLException {
        return DriverManager.getConnection(settings.jdbcUrl(), settings.user(), settings.password());
    }

    @Override
    public String emptyBytes() {
        return "''::bytea";
    }
}
