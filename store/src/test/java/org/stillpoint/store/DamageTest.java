package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.Unreadable;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.Practice;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.ledger.Draft;
import org.stillpoint.record.ledger.EntryKind;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.today.Standing;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;

/** What is damaged of one client closes nobody else, and is never silently less. */
class DamageTest implements StoredPractice {
    private static final Actor PROGRAM = Actor.program(Actor.ProgramPart.COMMAND_LINE);

    private static final int FLIPS = 10; // bench/faults flips tries hundreds

    @RegisterExtension
    private final SqliteExtension record = new SqliteExtension();

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

    private Client whole(String name) {
        clock().pass(Duration.ofMinutes(1));
        Client client = addClient(name);
        addTold(client, Practice.carAccident("fear of " + name));
        Score0To10 one = Score0To10.of(1);
        Answers answers = new Answers(
                one, one, one, one, Optional.empty(), Optional.empty(), Optional.empty(), new PrivateText("numb"));
        store().checkIns().add(CheckIn.given(client.id(), answers, now()));
        Session session = startSession(client);
        mark(session, new Moment.Distress(one));
        mark(session, new Moment.Settled());
        store().ledger()
                .seal(Draft.ahead(EntryKind.GUESS, client.id(), now().plus(Duration.ofDays(1)), new PrivateText("{}")));
        return client;
    }

    @ParameterizedTest
    @ValueSource(strings = {"version = version + 1", "wrapped_key = x'00'", "content = x'00'"})
    void oneClientsRow_damaged_hidesNobodyElseAndIsTold(String damage) throws SQLException {
        Client ann = whole("Ann");
        Client bea = whole("Bea");
        store().close();
        try (Connection connection = record.raw();
                Statement statement = connection.createStatement()) {
            statement.execute("update client set " + damage + " where id = '" + ann.id() + "'");
        }
        reopen();

        assertThat(store().clients().list()).containsExactly(bea);
        assertThat(store().clients().search("bea")).containsExactly(bea);
        assertThat(store().today().listRecent(9)).extracting(Standing::client).containsExactly(bea);
        assertThat(store().today().listOpen(9)).extracting(Standing::client).containsExactly(bea);
        assertThat(store().today().count().clients()).isEqualTo(2);
        assertThat(store().keeping().listUnreadable()).containsExactly(ann.id().toString());
        assertThat(store().sessions().list(bea.id())).hasSize(1);
        assertThatThrownBy(() -> store().clients().get(ann.id())).isInstanceOf(Unreadable.class);
    }

    /** A flipped bit in the head of a row makes a number NULL, whatever the table allows (found by 500 flips). */
    @Test
    void fieldThatIsNeverEmpty_emptied_isToldAsDamage_andClosesNobodyElse() throws SQLException {
        Client ann = whole("Ann");
        Client bea = whole("Bea");
        store().close();
        try (Connection connection = record.raw();
                Statement statement = connection.createStatement()) {
            statement.execute("pragma writable_schema = on");
            statement.execute(
                    "update sqlite_schema set sql = replace(sql, 'version integer not null', 'version integer') where name = 'check_in'");
            statement.execute("pragma writable_schema = reset");
        }
        try (Connection connection = record.raw();
                Statement statement = connection.createStatement()) {
            statement.execute("update check_in set version = null where client_id = '" + ann.id() + "'");
            statement.execute("pragma writable_schema = on");
            statement.execute(
                    "update sqlite_schema set sql = replace(sql, 'version integer check', 'version integer not null check') where name = 'check_in'");
            statement.execute("pragma writable_schema = reset");
        }
        reopen();

        assertThatThrownBy(() -> store().checkIns().list(ann.id())).isInstanceOf(Unreadable.class);
        assertThat(store().checkIns().list(bea.id())).hasSize(1);
        assertThat(Backup.check(record.settings()).holds()).isFalse();
    }

    @Test
    void faultOfTheProgram_whereTheRecordIsWhole_isNotBlamedOnTheDisk() {
        assertThatThrownBy(() -> work((actor, act, client) -> true)
                        .read(PROGRAM, Act.SEE_TODAY, Optional.empty(), records -> {
                            throw new NullPointerException("a fault");
                        }))
                .isInstanceOf(NullPointerException.class);
    }

    @Test
    void oneLedgerEntry_damaged_hidesNobodyElses() throws SQLException {
        Client ann = whole("Ann");
        Client bea = whole("Bea");
        try (Connection connection = record.raw();
                Statement statement = connection.createStatement()) {
            statement.execute("drop trigger ledger_never_changed");
            statement.execute("update ledger set content = x'00' where client_id = '" + ann.id() + "'");
        }
        assertThat(store().ledger().list())
                .singleElement()
                .satisfies(entry -> assertThat(entry.client()).isEqualTo(bea.id()));
        assertThat(store().keeping().listUnreadable()).containsExactly(ann.id().toString());
    }

    /** Everything that is kept of each client, or nothing where it cannot be read. */
    private static Map<Id<Client>, List<Object>> everything(Store store, Set<Id<Client>> clients) {
        Map<Id<Client>, List<Object>> all = new HashMap<>();
        for (Id<Client> client : clients) {
            List<Object> kept = new ArrayList<>();
            try {
                kept.add(store.clients().get(client));
                kept.add(store.history().list(client));
                kept.add(store.checkIns().list(client));
                kept.add(store.sessions().list(client));
                kept.add(store.safetyChecks().list(client));
                all.put(client, kept);
            } catch (RuntimeException said) {
                // told, and nothing shown
            }
        }
        return all;
    }

    private static boolean holds(StoreSettings settings) {
        try {
            return Backup.check(settings).holds();
        } catch (CannotOpen told) {
            return false;
        }
    }

    @Test
    void anyBitOfTheDatabase_flipped_isNeverSilentlyLessOrOther() throws IOException {
        Set<Id<Client>> clients = new HashSet<>();
        for (String name : List.of("Ann", "Bea", "Cara")) {
            clients.add(whole(name).id());
        }
        Map<Id<Client>, List<Object>> before = everything(store(), clients);
        store().close();
        Path folder = record.settings().folder();
        byte[] whole = Files.readAllBytes(folder.resolve(Database.SQLITE_FILE));
        Random random = new Random(20261128);
        int told = 0;
        int others = 0;
        for (int flip = 0; flip < FLIPS; flip++) {
            Path copy = Files.createDirectory(folder.resolveSibling("flip" + flip));
            Files.copy(
                    folder.resolve(MasterKey.FILE), copy.resolve(MasterKey.FILE), StandardCopyOption.COPY_ATTRIBUTES);
            byte[] flipped = whole.clone();
            int bit = random.nextInt(8 * whole.length);
            while (whole[bit / 8] == 0) { // much of a young database is empty, and says nothing
                bit = random.nextInt(8 * whole.length);
            }
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            Files.write(copy.resolve(Database.SQLITE_FILE), flipped);
            StoreSettings settings = new StoreSettings.Sqlite(copy);
            try (Store store = Store.open(settings, clock())) {
                Map<Id<Client>, List<Object>> after = everything(store, clients);
                boolean same = after.equals(before);
                assertThat(same || !holds(settings))
                        .as("bit %d: %d of 3 clients the same, and nothing said", bit, after.size())
                        .isTrue();
                told += same ? 0 : 1;
                others += !same && after.size() == 2 ? 1 : 0;
            } catch (CannotOpen refused) {
                assertThat(refused.getMessage()).endsWith(".");
                told++;
            }
        }
        System.out.printf(
                "%d bits flipped: %d told, of these %d of one client alone; the rest changed nothing%n",
                FLIPS, told, others);
        reopen();
    }
}
