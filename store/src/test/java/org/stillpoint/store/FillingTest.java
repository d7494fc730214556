package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.client.AboutPart;
import org.stillpoint.record.client.Background;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.client.Preferences;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.today.Standing;
import org.stillpoint.record.today.Today.Counts;
import org.stillpoint.record.work.Act;

/**
 * A database of schema 51, of the program as it stood at the commit "A record in memory that passes the store's contracts", filled
 * through its own repositories: Ann with two told events (one locked), two maps, an examination, a score, a claim, an ended session
 * of two marks and one note, and two check-ins; Bea with two check-ins, the second corrected to say that she is worse, and an open
 * session; Gone, erased. It is opened by this program.
 */
class FillingTest {
    private static final List<String> TABLES = List.of(
            "installation",
            "account",
            "client",
            "safety_check",
            "session",
            "mark",
            "process_note",
            "trauma_event",
            "body_map",
            "check_in",
            "examination",
            "questionnaire_score",
            "ledger",
            "ledger_head",
            "deed",
            "audit",
            "audit_head");

    @TempDir
    Path folder;

    private Path data;
    private Path old;

    @BeforeEach
    void copyTheOldDatabase() throws IOException {
        data = Files.createDirectory(folder.resolve("data"), FolderLock.ownerOnly(folder.resolve("data"), "rwx------"));
        old = data.resolve(Database.SQLITE_FILE);
        for (Path file : List.of(data.resolve(MasterKey.FILE), old)) {
            Files.createFile(file, FolderLock.ownerOnly(file, "rw-------"));
            try (InputStream kept =
                    Objects.requireNonNull(FillingTest.class.getResourceAsStream("schema51/" + file.getFileName()))) {
                Files.write(file, kept.readAllBytes());
            }
        }
    }

    @Test
    void open_anOldSqlite_fillsOnceAndReadsEverything() {
        opensAndReads(new StoreSettings.Sqlite(data));
    }

    /** Whose a process note is stands in the account of acts, where somebody marked it. */
    @Test
    void open_anOldSqlite_givesEachProcessNoteToWhoeverMarkedIt() throws SQLException {
        try (Connection there = DriverManager.getConnection("jdbc:sqlite:" + old);
                Statement sql = there.createStatement()) {
            sql.execute("""
                    insert into audit (number, at, actor, act, deed_key, outcome, previous_hash, hash)
                    select 2, 0, 'person/' || account.id || '/OWNER', 'TAP', mark_id, 'DONE',
                           audit.hash, hex(randomblob(32)) from process_note, account, audit""");
        }
        try (Store store = Store.open(new StoreSettings.Sqlite(data), Clock.systemUTC(), (done, all) -> {})) {
            Client ann = store.clients().list().getFirst();
            Session session = store.sessions().list(ann.id()).getFirst();
            Id<Account> owner =
                    store.accounts().find(new SignInName("owner")).orElseThrow().id();
            assertThat(store.processNotes().authors(ann.id(), session.id()).values())
                    .containsExactly(Optional.of(owner));
            assertThat(store.processNotes().list(ann.id(), session.id(), owner)).hasSize(1);
            assertThat(store.processNotes().list(ann.id(), session.id(), Id.random()))
                    .isEmpty();
        }
    }

    @Test
    void open_anOldPostgres_fillsOnceAndReadsEverything() throws IOException, SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
            Flyway.configure()
                    .dataSource(server.getPostgresDatabase())
                    .loggers("slf4j")
                    .locations(
                            "classpath:org/stillpoint/store/migration", "classpath:org/stillpoint/store/rule/postgres")
                    .placeholders(Map.of("bytes", "bytea"))
                    .target("51")
                    .load()
                    .migrate();
            try (Connection from = DriverManager.getConnection("jdbc:sqlite:" + old);
                    Connection into = server.getPostgresDatabase().getConnection()) {
                for (String table : TABLES) {
                    copy(from, into, table);
                }
            }
            Files.delete(old);
            opensAndReads(new StoreSettings.Postgres(
                    data, server.getJdbcUrl("postgres", "postgres"), "postgres", "any password is let in"));
        }
    }

    private static void copy(Connection from, Connection into, String table) throws SQLException {
        try (Statement query = from.createStatement();
                ResultSet rows = query.executeQuery("select * from " + table)) {
            int columns = rows.getMetaData().getColumnCount();
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= columns; i++) {
                names.add(rows.getMetaData().getColumnName(i));
            }
            String insert = "insert into %s (%s) values (%s)"
                    .formatted(table, String.join(", ", names), String.join(", ", Collections.nCopies(columns, "?")));
            try (PreparedStatement insertion = into.prepareStatement(insert)) {
                while (rows.next()) {
                    for (int i = 1; i <= columns; i++) {
                        insertion.setObject(i, rows.getObject(i));
                    }
                    insertion.executeUpdate();
                }
            }
        }
    }

    private void opensAndReads(StoreSettings settings) {
        assertThatThrownBy(() -> Store.open(settings, Clock.systemUTC(), (done, all) -> {
                    throw new IllegalStateException("stopped halfway");
                }))
                .hasMessage("stopped halfway");

        List<String> told = new ArrayList<>();
        for (int time = 1; time <= 2; time++) {
            try (Store store = Store.open(settings, Clock.systemUTC(), (done, all) -> told.add(done + " of " + all))) {
                readsEverything(store);
            }
        }
        assertThat(told).as("what was filled before is not filled again").isEmpty();
    }

    /** Nobody had asked for it, and it is told now: the first time of the two. */
    private static void tellsAbout(Store store, Id<Client> ann) {
        AboutPart<Background> background = store.aboutClients().background(ann);
        if (background.version().equals(Version.FIRST)) {
            assertThat(background.told()).isEqualTo(Background.NONE);
            store.aboutClients()
                    .updateBackground(background.with(Background.NONE.with(
                            new PrivateText("my neck"), Preferences.NONE, PrivateText.NONE, PrivateText.NONE)));
        }
        assertThat(store.aboutClients().background(ann).told().reason()).isEqualTo(new PrivateText("my neck"));
        assertThat(store.addressBook().list()).isEmpty();
    }

    private static void readsEverything(Store store) {
        List<Client> clients = store.clients().list();
        assertThat(clients).extracting(client -> client.name().value()).containsExactly("Ann", "Bea");
        assertThat(clients).noneMatch(Client::isArchived);
        Client ann = clients.getFirst();
        Client bea = clients.getLast();

        Session annsSession = store.sessions().list(ann.id()).getFirst();
        Session beasSession = store.sessions().findOpen(bea.id()).orElseThrow();
        assertThat(annsSession.marks()).hasSize(2);
        assertThat(store.processNotes().list(ann.id(), annsSession.id(), Id.random()))
                .as("of nobody known")
                .hasSize(1);
        assertThat(store.history().list(ann.id()))
                .extracting(TraumaEvent::lockedBy)
                .containsExactly(Optional.empty(), Optional.of(annsSession.id()));
        assertThat(store.history().list(bea.id()).getFirst().lockedBy()).contains(beasSession.id());
        assertThat(store.bodyMaps().list(ann.id())).hasSize(2);
        assertThat(store.bodyMaps().findLatest(ann.id()).orElseThrow().pain())
                .isEqualTo(Map.of(new RegionCode("X220"), Score0To10.of(2)));
        assertThat(store.examinations().findLatest(ann.id()).orElseThrow().findings())
                .containsOnlyKeys(new MuscleId("psoas_major_left"));
        assertThat(store.questionnaireScores().list(ann.id())).hasSize(1);
        assertThat(store.safetyChecks().list(ann.id())).hasSize(1);
        assertThat(store.checkIns().list(ann.id())).hasSize(2);
        assertThat(store.accounts().find(new SignInName("owner")).orElseThrow().role())
                .isEqualTo(Role.OWNER);

        // the instants as they were written: the test clock's start, a minute each, and what passed since
        Instant annsStart = Instant.parse("2026-11-22T10:02:00.123Z");
        Instant beasStart = Instant.parse("2026-11-22T10:32:00.123Z");
        tellsAbout(store, ann.id());
        assertThat(store.today().count()).isEqualTo(new Counts(2, 1, 2));
        assertThat(store.today().listRecent(9))
                .containsExactly(
                        new Standing(
                                bea,
                                Optional.of(beasSession.id()),
                                Optional.of(beasStart),
                                Optional.of(Instant.parse("2026-11-22T10:28:00.123Z")),
                                2,
                                true),
                        new Standing(
                                ann,
                                Optional.empty(),
                                Optional.of(annsStart),
                                Optional.of(Instant.parse("2026-11-22T10:28:30.123Z")),
                                2,
                                true)); // an earlier check-in says so, and nobody had to write what was done
        assertThat(store.ledger().verify().holds()).isTrue();
        assertThat(store.ledger().listOpenClaims()).hasSize(1);
        assertThat(store.audit().latest(1).getFirst().act()).isEqualTo(Act.CHECK_IN);
        assertThat(store.audit().verify().holds()).isTrue();
    }
}
