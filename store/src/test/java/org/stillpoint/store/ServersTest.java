package org.stillpoint.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.contract.UnitOfWorkContract;
import org.stillpoint.record.ledger.Draft;
import org.stillpoint.record.ledger.EntryKind;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.setting.PracticeLanguage;
import org.stillpoint.record.setting.PracticeProfile;
import org.stillpoint.record.signin.DoorBook;
import org.stillpoint.record.signin.SignIn;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Deed;
import org.stillpoint.store.CannotOpen.Reason;

/** Two servers of one practice on one PostgreSQL, each with a folder of its own and the same key. */
@Execution(ExecutionMode.SAME_THREAD)
class ServersTest implements StoredPractice {
    /** The issue: gone everywhere, and told everywhere, within a second. */
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    @RegisterExtension
    private final PostgresExtension record = new PostgresExtension();

    private @Nullable Store second;

    @BeforeEach
    void openAnother() throws IOException {
        second = Store.open(beside("second"), clock());
    }

    @AfterEach
    void closeIt() {
        second().close();
    }

    private StoreSettings.Postgres beside(String name) throws IOException {
        Path folder = Files.createDirectories(record.folder().resolve(name));
        Files.copy(record.settings().folder().resolve(MasterKey.FILE), folder.resolve(MasterKey.FILE));
        return record.settingsIn(folder);
    }

    private Store second() {
        return requireNonNull(second);
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

    private static void within(Duration time, BooleanSupplier holds) throws InterruptedException {
        long until = System.nanoTime() + time.toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(until);
            Thread.sleep(10);
        }
    }

    @Test
    void open_besideAnother_isLetIn_andWhatMustBeAloneIsRefused() throws Exception {
        addClient("Ann");
        assertThat(second().clients().search("ann")).hasSize(1);

        assertThatThrownBy(() -> KeyCare.rotate(beside("third"), false))
                .isInstanceOfSatisfying(
                        CannotOpen.class, cannot -> assertThat(cannot.reason()).isEqualTo(Reason.DATABASE_IN_USE));
    }

    @Test
    void open_whileAProgramIsAlone_waitsUntilItIsDone() throws Exception {
        store().close();
        second().close();
        Database alone = Database.open(record.settings());
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<Store> opening = other.submit(() -> Store.open(beside("third"), clock()));
            Thread.sleep(300);
            assertThat(opening.isDone()).isFalse();
            alone.close();
            opening.get(10, TimeUnit.SECONDS).close();
        } finally {
            record.reopen();
        }
    }

    /** A newer program does not change the tables under an older one that runs. */
    @Test
    void open_whereItsStepsAreLeft_isRefusedWhileAnotherRuns() throws Exception {
        try (Connection raw = record.raw();
                Statement statement = raw.createStatement()) {
            statement.execute("create table kept as select * from flyway_schema_history where version = '178'");
            statement.execute("delete from flyway_schema_history where version = '178'");
            try {
                assertThatThrownBy(() -> Store.open(beside("third"), clock()))
                        .isInstanceOfSatisfying(
                                CannotOpen.class,
                                cannot -> assertThat(cannot.reason()).isEqualTo(Reason.DATABASE_IN_USE))
                        .hasMessageContaining("older Stillpoint");
            } finally {
                statement.execute("insert into flyway_schema_history select * from kept");
                statement.execute("drop table kept");
            }
        }
    }

    /**
     * Whoever has taken a number and not yet committed holds back all who want a later one: what is read up to a number lacks nothing
     * of before it. With a sequence, the first would never be found.
     */
    @Test
    void search_whereTheEarlierChangeIsCommittedLater_findsBoth() throws Exception {
        Client ann = Client.added(new PrivateText("Ann"), OptionalInt.empty(), now());
        Client bea = Client.added(new PrivateText("Bea"), OptionalInt.empty(), now());
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            Future<?> earlier = both.submit(() -> store().database().write(transaction -> {
                store().clients().add(ann);
                begun.countDown();
                return await(goOn);
            }));
            begun.await();
            Future<?> later = both.submit(() -> second().clients().add(bea));
            Thread.sleep(300);
            assertThat(later.isDone())
                    .as("waits for whoever took the number before")
                    .isFalse();
            assertThat(second().clients().list()).isEmpty();
            assertThat(store().clients().list()).isEmpty();
            goOn.countDown();
            earlier.get(2, TimeUnit.SECONDS);
            later.get(2, TimeUnit.SECONDS);
        }
        assertThat(second().clients().list()).containsExactly(ann, bea);
        assertThat(store().clients().list()).containsExactly(ann, bea);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(2, TimeUnit.SECONDS);
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }

    /** Entries of the ledger stay, unreadable: who still has the key in memory would read them. */
    @Test
    void clientErasedOnOne_isGoneOnTheOther_withinASecond() throws Exception {
        Client ann = addClient("Ann");
        store().ledger()
                .seal(Draft.ahead(
                        EntryKind.CLAIM, ann.id(), now().plus(Duration.ofDays(1)), new PrivateText("{\"pain\":4.5}")));
        assertThat(second().ledger().list(ann.id())).hasSize(1);
        Set<Id<Client>> told = ConcurrentHashMap.newKeySet();
        second().whenOthersChange(told::addAll);

        store().clients().erase(ann.id());

        assertThat(second().clients().find(ann.id())).isEmpty();
        assertThat(second().clients().search("ann")).isEmpty();
        within(A_SECOND, () -> second().ledger().list(ann.id()).isEmpty());
        within(A_SECOND, () -> told.contains(ann.id()));
        assertThat(second().keeping().findReceipt(ann.id()).orElseThrow().finishedAt())
                .isPresent();
        assertThat(ErasedIds.in(record.folder().resolve("second")).ids())
                .as("no backup of this server brings anybody back")
                .containsExactly(ann.id());
    }

    @Test
    void languageAndTimeZone_changedOnOne_areToldOnTheOther_withinASecond() throws Exception {
        Account desk = Account.added(new SignInName("desk"), "{bcrypt}x", Role.ASSISTANT, now());
        store().accounts().add(desk);
        List<PracticeProfile> told = new CopyOnWriteArrayList<>();
        second().whenOthersChange(erased -> told.add(second().settings().profile()));

        store().settings()
                .replace(PracticeProfile.NONE.everIn(ZoneId.of("Asia/Tokyo")).with("Garden", PracticeLanguage.FRENCH));
        within(
                A_SECOND,
                () -> told.stream().anyMatch(profile -> profile.days().equals(Optional.of(ZoneId.of("Asia/Tokyo")))));
        int before = told.size();
        store().settings().speak(desk.id(), Optional.of(PracticeLanguage.SPANISH));
        within(A_SECOND, () -> told.size() > before);
        assertThat(second().settings().ownLanguages()).containsEntry(desk.id(), PracticeLanguage.SPANISH);
    }

    @Test
    void signIn_begunOnOne_holdsOnTheOther_untilTheAccountChanges() {
        Account ann = Account.added(new SignInName("ann"), "{bcrypt}x", Role.THERAPIST, now());
        store().accounts().add(ann);
        SignIn begun = SignIn.begun("a".repeat(64), ann.id(), "FIREFOX LINUX", "form-token", now());
        store().signIns().add(begun);

        assertThat(second().signIns().find(begun.tokenHash())).contains(begun);
        SignIn used = second().signIns().update(begun.usedAt(now().plusSeconds(60)));
        assertThat(store().signIns().find(begun.tokenHash())).contains(used);
        store().accounts().update(ann.with("{bcrypt}another"));
        assertThat(second().signIns().find(begun.tokenHash())).isEmpty();
    }

    @Test
    void whatLetsInOnce_doesSoOnOneOfThem_andTheirKeysAreTheSame() {
        assertThat(store().signIns().book().isFirst("challenge", now().plusSeconds(300), now()))
                .isTrue();
        assertThat(second().signIns().book().isFirst("challenge", now().plusSeconds(300), now()))
                .isFalse();
        assertThat(second().signIns().book().key("x"))
                .isEqualTo(store().signIns().book().key("x"));
        assertThat(second().tag()).isEqualTo(store().tag());
    }

    /** Two of each name at once, on both: none is lost. */
    @Test
    void tries_countedOnBothAtOnce_areNoFewer() throws Exception {
        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            List<Future<?>> all = new ArrayList<>();
            for (int each = 0; each < 40; each++) {
                Store one = each % 2 == 0 ? store() : second();
                all.add(many.submit(() -> one.signIns().book().count(Set.of("ann", "here"), now(), tries -> {
                    for (String name : List.of("ann", "here")) {
                        int before = tries.containsKey(name) ? tries.get(name).count() : 0;
                        tries.put(name, new DoorBook.Tries(before + 1, now().truncatedTo(ChronoUnit.MILLIS)));
                    }
                    return tries.size();
                })));
            }
            for (Future<?> each : all) {
                each.get(5, TimeUnit.SECONDS);
            }
        }
        assertThat(store().signIns()
                        .book()
                        .<Integer>count(
                                Set.of("ann"), now(), tries -> tries.get("ann").count()))
                .isEqualTo(40);
    }

    @Test
    void job_isDoneByOneAtATime_andByTheOtherOnceItsServerIsGone() throws Exception {
        List<String> done = new ArrayList<>();
        assertThat(store().alone("mail", () -> {
                    done.add("mail");
                    assertThat(second().alone("mail", () -> done.add("mail too")))
                            .isFalse();
                    assertThat(second().alone("backup", () -> done.add("backup")))
                            .isTrue();
                }))
                .isTrue();
        assertThat(second().alone("mail", () -> done.add("mail later"))).isTrue();
        assertThat(done).containsExactly("mail", "backup", "mail later");

        assertThat(store().alone("mail", () -> endConnections())).isTrue();

        within(Duration.ofSeconds(3), () -> second().alone("mail", () -> done.add("mail at last")));
        assertThat(done).endsWith("mail at last");
        within(Duration.ofSeconds(3), () -> store().alone("mail", () -> done.add("mail again")));
    }

    private void endConnections() {
        try (Connection raw = record.raw();
                Statement statement = raw.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where datname = current_database() and pid <> pg_backend_pid()");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void backup_notedByOne_isToldByTheOther_withinASecond() throws Exception {
        assertThat(second().keeping().lastBackup()).isEmpty();
        Backup.CheckedBackup written =
                Backup.write(record.settings(), record.folder().resolve("to"), clock());
        store().noteBackup(written);

        within(A_SECOND, () -> second().keeping().lastBackup().equals(Optional.of(written.madeAt())));
        assertThat(second().keeping().lastBackupHead())
                .contains(written.checked().auditHead());
    }

    @Test
    void deed_wantedOnBothAtOnce_isDoneOnce() throws Exception {
        Client ann = addClient("Ann");
        Session session = startSession(ann);
        Mark mark = new Mark(Id.random(), now(), now(), new Moment.Settled());
        Deed deed = new Deed(Act.TAP, mark.id(), Optional.of(ann.id()), "settled");
        Set<String> came = new HashSet<>();
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Future<String>> all = new ArrayList<>();
            for (Store one : List.of(store(), second())) {
                all.add(both.submit(() -> one.unitOfWork((actor, act, client) -> true)
                        .run(
                                UnitOfWorkContract.OWNER,
                                deed,
                                records -> {
                                    records.sessions().append(ann.id(), session.id(), mark, Optional.empty());
                                    return "first";
                                },
                                records -> "again")));
            }
            for (Future<String> each : all) {
                came.add(each.get(5, TimeUnit.SECONDS));
            }
        }
        assertThat(came).containsExactlyInAnyOrder("first", "again");
        assertThat(kept(session).marks()).containsExactly(mark);
    }

    /** One chain, whoever writes to it; and each server has noted no further than it is. */
    @Test
    void account_writtenByBoth_isOneChain_andWhatIsLostOfItIsFound() throws Exception {
        try (ExecutorService many = Executors.newFixedThreadPool(4)) {
            List<Future<?>> all = new ArrayList<>();
            IntStream.range(0, 40).forEach(each -> {
                Store one = each % 2 == 0 ? store() : second();
                Client client = Client.added(new PrivateText("Client " + each), OptionalInt.empty(), now());
                all.add(many.submit(() -> one.unitOfWork((actor, act, whom) -> true)
                        .run(
                                UnitOfWorkContract.OWNER,
                                new Deed(Act.ADD_CLIENT, client.id(), Optional.empty(), client.id() + ""),
                                records -> {
                                    records.clients().add(client);
                                    return client;
                                },
                                records -> client)));
            });
            for (Future<?> each : all) {
                each.get(10, TimeUnit.SECONDS);
            }
        }
        assertThat(store().audit().verify().holds()).isTrue();
        assertThat(store().audit().verify().entries()).isEqualTo(40);
        assertThat(second().clients().list())
                .hasSize(40)
                .isEqualTo(store().clients().list());
        assertThat(store().findLossNow()).isEmpty();
        assertThat(second().findLossNow()).isEmpty();

        try (Connection raw = record.raw();
                Statement statement = raw.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("delete from audit where number > 20");
        }
        assertThat(store().findLossNow()).isPresent();
        assertThat(second().findLossNow()).isPresent();
    }
}
