package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.session.Session;

/**
 * A record of each state that the schema of the main branch ever had, as the program of that commit wrote it ({@link KeptDatabase} tells
 * how), is opened by this one: all of it is there, and the schema is that of a first start.
 */
@TestInstance(Lifecycle.PER_CLASS)
class KeptDatabasesTest {
    private Map<String, String> today = Map.of();
    private Set<String> steps = Set.of();

    @TempDir
    Path folder;

    @BeforeAll
    void startOnce(@TempDir Path fresh) throws SQLException {
        Store.open(new StoreSettings.Sqlite(fresh.resolve("data")), new TestClock())
                .close();
        today = schema(fresh.resolve("data"));
        steps = steps(fresh.resolve("data"));
    }

    static List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.list(KeptDatabase.KEPT)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("kept")
    void open_aRecordOfAnEarlierProgram_hasAllOfItAndTodaysSchema(Path kept) throws Exception {
        Path data = KeptDatabase.unpack(kept, folder.resolve("data"));
        Map<String, Long> before = rows(data);
        StoreSettings settings = new StoreSettings.Sqlite(data);

        try (Store store = Store.open(settings, Clock.systemUTC())) {
            assertThat(RecordCheck.of(store).faults()).isEmpty();
            assertThat(RecordCheck.of(store).clients()).isEqualTo(2);
            readsAnn(store);
        }
        assertThat(schema(data)).isEqualTo(today);
        assertThat(steps(data)).isEqualTo(steps);
        Map<String, Long> after = rows(data);
        assertThat(before)
                .allSatisfy(
                        (table, count) -> assertThat(after.get(table)).as(table).isGreaterThanOrEqualTo(count));

        Client dora = Client.added(new PrivateText("Dora"), OptionalInt.empty(), Instant.now());
        try (Store store = Store.open(settings, Clock.systemUTC())) {
            store.clients().add(dora);
            assertThat(store.clients().get(dora.id())).isEqualTo(dora);
        }
    }

    /** What {@code fill} and {@code fillAll} of the contracts wrote of her, and two lines of {@link KeptDatabase}. */
    private static void readsAnn(Store store) {
        List<Client> clients = store.clients().list();
        assertThat(clients).extracting(client -> client.name().value()).containsExactly("Ann", "Cara");
        Client ann = clients.getFirst();
        assertThat(store.history().list(ann.id()))
                .extracting(TraumaEvent::told)
                .extracting(told -> told.felt().value())
                .containsExactly("fear");
        assertThat(store.sessions().list(ann.id())).hasSize(1);
        Session session = store.sessions().list(ann.id()).getFirst();
        assertThat(session.marks()).isNotEmpty();
        assertThat(store.bodyMaps().list(ann.id())).hasSize(1);
        assertThat(store.checkIns().list(ann.id()))
                .extracting(checkIn -> checkIn.answers().pain())
                .containsExactly(Score0To10.of(4));
        assertThat(store.ledger().verify().holds()).isTrue();
        assertThat(store.audit().verify().holds()).isTrue();
    }

    /** A new step needs a record of the state before it and of its own: the next program's tests open them. */
    @Test
    void kept_holdsTheStateOfToday() throws Exception {
        if (Boolean.getBoolean("stillpoint.keep")) {
            KeptDatabase.write(steps, folder.resolve("data"));
        }
        assertThat(kept())
                .as(
                        "no record of this schema is kept; run this test once with -Dstillpoint.keep=true, and commit the file")
                .contains(KeptDatabase.file(steps));
    }

    /** Two programs of one morning had a step that was numbered anew before the day was over. */
    @Test
    void open_aStepThatNobodyKnowsAmongOurs_isRefusedInWords() throws Exception {
        Path data = KeptDatabase.unpack(KeptDatabase.file(steps), folder.resolve("data"));
        try (Connection there = open(data);
                Statement sql = there.createStatement()) {
            sql.execute(OpeningTest.NEWER_STEP.replace("999", "167"));
        }
        assertThatThrownBy(() -> Store.open(new StoreSettings.Sqlite(data), Clock.systemUTC()))
                .isInstanceOfSatisfying(CannotOpen.class, cannot -> {
                    assertThat(cannot.reason()).isEqualTo(CannotOpen.Reason.DATABASE_NEWER);
                    assertThat(cannot.getMessage()).contains("step 167", "nothing was changed");
                });
    }

    private static Connection open(Path data) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + data.resolve(Database.SQLITE_FILE));
    }

    /** Tables, indexes and triggers by name, each with its columns or its text, without white space. */
    private static Map<String, String> schema(Path data) throws SQLException {
        Map<String, String> schema = new TreeMap<>();
        try (Connection there = open(data);
                Statement sql = there.createStatement();
                ResultSet rows = sql.executeQuery("""
                        select name, case type when 'table' then (select group_concat(said) from (
                                 select name || ' ' || type || ' ' || "notnull" || pk as said
                                   from pragma_table_info(master.name) order by name))
                               else sql end as said
                          from sqlite_schema as master""")) {
            while (rows.next()) {
                schema.put(rows.getString(1), String.valueOf(rows.getString(2)).replaceAll("\\s+", " "));
            }
        }
        return schema;
    }

    private static Set<String> steps(Path data) throws SQLException {
        Set<String> steps = new TreeSet<>();
        try (Connection there = open(data);
                Statement sql = there.createStatement();
                ResultSet rows = sql.executeQuery("select version from " + Migrations.TABLE)) {
            while (rows.next()) {
                steps.add(rows.getString(1));
            }
        }
        return steps;
    }

    private static Map<String, Long> rows(Path data) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        try (Connection there = open(data);
                Statement sql = there.createStatement()) {
            try (ResultSet names = sql.executeQuery("select name from sqlite_schema where type = 'table'")) {
                while (names.next()) {
                    counts.put(names.getString(1), 0L);
                }
            }
            for (Map.Entry<String, Long> table : counts.entrySet()) {
                try (ResultSet count = sql.executeQuery("select count(*) from \"" + table.getKey() + "\"")) {
                    table.setValue(count.getLong(1));
                }
            }
        }
        return counts;
    }
}
