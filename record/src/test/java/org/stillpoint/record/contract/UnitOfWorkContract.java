package org.stillpoint.record.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.ledger.Verification;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.AuditEntry;
import org.stillpoint.record.work.AuditEntry.Outcome;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.Rights;
import org.stillpoint.record.work.UnitOfWork;

/** What every unit of work does: rights, one transaction, one key, one entry in the account. */
public interface UnitOfWorkContract extends Practice {
    Actor OWNER = new Actor.Person(Id.of("5d2b4c1e-6f7a-4b8c-9d0e-1f2a3b4c5d6e"), Role.OWNER);
    Actor GUEST = new Actor.Person(Id.of("0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d"), Role.THERAPIST);

    /** Everyone but the guest may do everything. */
    Rights ALL_BUT_THE_GUEST = (actor, act, client) -> !actor.equals(GUEST);

    private UnitOfWork work() {
        return work(ALL_BUT_THE_GUEST);
    }

    private Deed draw(Id<?> key, Client client, BodyMap map) {
        return new Deed(Act.MARK_PAIN, key, Optional.of(client.id()), map.toString());
    }

    private BodyMap map(Client client, double pain) {
        return BodyMap.drawn(client.id(), Map.of(DiaryContract.NECK, Score0To10.of(pain)), now());
    }

    private static Function<Records, String> add(BodyMap map) {
        return records -> {
            records.bodyMaps().add(map);
            return "added";
        };
    }

    private static Function<Records, String> never() {
        return records -> {
            throw new AssertionError("this was not to be done");
        };
    }

    private AuditEntry last() {
        return audit().latest(1).getFirst();
    }

    @Test
    default void run_aDeed_isKeptWithItsEntry() {
        Client client = addClient("Ann");
        BodyMap map = map(client, 6);
        Deed deed = draw(map.id(), client, map);

        assertThat(work().run(OWNER, deed, add(map), never())).isEqualTo("added");

        assertThat(records().bodyMaps().list(client.id())).containsExactly(map);
        AuditEntry entry = last();
        assertThat(entry)
                .isEqualTo(new AuditEntry(
                        entry.number(),
                        now().truncatedTo(ChronoUnit.MILLIS),
                        OWNER,
                        Act.MARK_PAIN,
                        Optional.of(client.id()),
                        Optional.of(map.id()),
                        Outcome.DONE,
                        entry.hash()));
        assertThat(entry.hash()).matches("[0-9a-f]{64}");
        Verification whole = audit().verify();
        assertThat(whole.holds()).isTrue();
        assertThat(whole.entries()).isEqualTo(entry.number());
        assertThat(whole.head()).isEqualTo(entry.hash());
    }

    @Test
    default void run_theSameAgain_answersFromTheRecordAndChangesNothing() {
        Client client = addClient("Ann");
        BodyMap map = map(client, 6);
        Deed deed = draw(map.id(), client, map);
        work().run(OWNER, deed, add(map), never());

        BodyMap kept = work().run(
                        OWNER,
                        deed,
                        records -> map(client, 0),
                        records -> records.bodyMaps().get(map.client(), map.id()));

        assertThat(kept).isEqualTo(map);
        assertThat(last().outcome()).isEqualTo(Outcome.AGAIN);
        assertThatThrownBy(() -> work().run(OWNER, deed, never(), add(map(client, 3))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(records().bodyMaps().list(client.id())).containsExactly(map);
    }

    @Test
    default void run_anotherDeedUnderTheKey_isRefusedAndKeepsTheFirst() {
        Client client = addClient("Ann");
        Client other = addClient("Bea");
        BodyMap map = map(client, 6);
        work().run(OWNER, draw(map.id(), client, map), add(map), never());

        for (Deed changed : List.of(
                new Deed(Act.MARK_PAIN, map.id(), Optional.of(client.id()), "other words"),
                new Deed(Act.CHECK_IN, map.id(), Optional.of(client.id()), map.toString()),
                new Deed(Act.MARK_PAIN, map.id(), Optional.of(other.id()), map.toString()),
                new Deed(Act.MARK_PAIN, map.id(), Optional.empty(), map.toString()))) {
            assertThatThrownBy(() -> work().run(OWNER, changed, never(), never()))
                    .isInstanceOf(AlreadyThere.class)
                    .hasMessageNotContaining("other words");
            assertThat(last().outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(last().client()).isEqualTo(changed.client());
        }
        assertThat(records().bodyMaps().list(client.id())).containsExactly(map);
    }

    @Test
    default void run_refusedHalfway_keepsNothingButTheEntry_andMayBeTriedAgain() {
        Client client = addClient("Ann");
        BodyMap map = map(client, 6);
        Deed deed = draw(map.id(), client, map);

        assertThatThrownBy(() -> work().run(
                                OWNER,
                                deed,
                                records -> {
                                    records.bodyMaps().add(map);
                                    assertThat(records.bodyMaps().list(client.id()))
                                            .containsExactly(map);
                                    throw new Refused(Rule.SESSION_IS_OPEN, client.id());
                                },
                                never()))
                .isInstanceOf(Refused.class);

        assertThat(records().bodyMaps().list(client.id())).isEmpty();
        assertThat(last().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(last().key()).contains(map.id());
        assertThat(work().run(OWNER, deed, add(map), never())).isEqualTo("added");
    }

    @Test
    default void run_brokenByAFault_keepsNothingAtAll() {
        Client client = addClient("Ann");
        BodyMap map = map(client, 6);
        work().run(OWNER, draw(Id.random(), client, map), records -> "", never());
        AuditEntry before = last();

        assertThatThrownBy(() -> work().run(
                                OWNER,
                                draw(map.id(), client, map),
                                records -> {
                                    records.bodyMaps().add(map);
                                    throw new IllegalStateException("a fault of the program");
                                },
                                never()))
                .isInstanceOf(IllegalStateException.class);

        assertThat(records().bodyMaps().list(client.id())).isEmpty();
        assertThat(last()).isEqualTo(before);
    }

    @Test
    default void runAndRead_byWhoMayNot_areRefusedAndAccountedFor() {
        Client client = addClient("Ann");
        BodyMap map = map(client, 6);

        assertThatThrownBy(() -> work().run(GUEST, draw(map.id(), client, map), never(), never()))
                .isInstanceOf(NotAllowed.class);
        assertThat(last().outcome()).isEqualTo(Outcome.NOT_ALLOWED);
        assertThat(last().actor()).isEqualTo(GUEST);
        assertThatThrownBy(() -> work().read(GUEST, Act.SEE_CLIENT, Optional.of(client.id()), never()))
                .isInstanceOf(NotAllowed.class);
        assertThat(last().outcome()).isEqualTo(Outcome.NOT_ALLOWED);
        assertThat(last().act()).isEqualTo(Act.SEE_CLIENT);
        assertThat(last().key()).isEmpty();
    }

    @Test
    default void runAndRead_forNobody_areRefused() {
        Client nobody = Client.added(new PrivateText("Nobody"), OptionalInt.empty(), now());
        BodyMap map = map(nobody, 6);

        assertThatThrownBy(() -> work().run(OWNER, draw(map.id(), nobody, map), never(), never()))
                .isInstanceOf(NoSuchRecord.class);
        assertThatThrownBy(() -> work().read(OWNER, Act.SEE_CLIENT, Optional.of(nobody.id()), never()))
                .isInstanceOf(NoSuchRecord.class);
        assertThat(audit().latest(2)).extracting(AuditEntry::outcome).containsOnly(Outcome.REFUSED);
    }

    @Test
    default void read_ofAClient_isAccountedFor_andOfThePracticeNot() {
        Client client = addClient("Ann");
        work().read(OWNER, Act.SEE_CLIENT, Optional.of(client.id()), records -> "");
        AuditEntry seen = last();
        work().read(OWNER, Act.SEE_TODAY, Optional.empty(), records -> "");

        assertThat(seen.act()).isEqualTo(Act.SEE_CLIENT);
        assertThat(seen.client()).contains(client.id());
        assertThat(seen.outcome()).isEqualTo(Outcome.DONE);
        assertThat(last()).isEqualTo(seen);
        assertThat(audit().verify().holds()).isTrue();
    }

    /** An ordinary end loses no reading that was accounted for. */
    @Test
    default void read_ofAClient_isStillAccountedForWhenOpenedAgain() {
        Client client = addClient("Ann");
        for (int i = 0; i < 3; i++) {
            work().read(OWNER, Act.SEE_PAIN, Optional.of(client.id()), records -> "");
        }
        reopen();

        assertThat(audit().latest(3)).extracting(AuditEntry::act).containsOnly(Act.SEE_PAIN);
        assertThat(audit().latest(3)).hasSize(3);
    }

    @Test
    default void listOf_anAct_isEveryEntryOfIt_theEarliestFirst() {
        Client client = addClient("Ann");
        Client other = addClient("Ben");
        work().read(OWNER, Act.SEE_PAIN, Optional.of(client.id()), records -> "");
        work().read(OWNER, Act.SEE_STORY, Optional.of(client.id()), records -> "");
        work().read(OWNER, Act.SEE_PAIN, Optional.of(other.id()), records -> "");

        assertThat(audit().listOf(Act.SEE_PAIN))
                .extracting(entry -> entry.client().orElseThrow())
                .containsExactly(client.id(), other.id());
        assertThat(audit().listOf(Act.SEE_LIFE)).isEmpty();
    }

    @Test
    default void isTraceSeen_ofWhomItWasShownInThatTime_andOfNobodyElse() {
        Client client = addClient("Ann");
        Client other = addClient("Ben");
        work().read(OWNER, Act.SEE_PAIN, Optional.of(client.id()), records -> "");
        Instant before = now();
        assertThat(audit().isTraceSeen(client.id(), Instant.EPOCH, before.plus(1, ChronoUnit.DAYS)))
                .isFalse();

        work().read(OWNER, Act.SEE_TRACE, Optional.of(client.id()), records -> "");
        Instant seen = last().at();

        assertThat(audit().isTraceSeen(client.id(), seen, seen)).isTrue();
        assertThat(audit().isTraceSeen(client.id(), Instant.EPOCH, seen.minusMillis(1)))
                .isFalse();
        assertThat(audit().isTraceSeen(client.id(), seen.plusMillis(1), seen.plus(1, ChronoUnit.DAYS)))
                .isFalse();
        assertThat(audit().isTraceSeen(other.id(), seen, seen)).isFalse();
    }

    @Test
    default void lastChanges_areOfWhatWasDone_andNeitherOfReadingsNorOfOthers() {
        Client client = addClient("Ann");
        Client other = addClient("Ben");
        assertThat(audit().lastChanges(List.of(client.id(), other.id()))).isEmpty(); // added past the account
        BodyMap map = map(client, 6);
        work().run(OWNER, draw(map.id(), client, map), add(map), never());
        Instant done = last().at();
        work().read(OWNER, Act.SEE_PAIN, Optional.of(client.id()), records -> "");
        work().read(OWNER, Act.SEE_PAIN, Optional.of(other.id()), records -> "");

        assertThat(audit().lastChanges(List.of(client.id(), other.id()))).isEqualTo(Map.of(client.id(), done));
        assertThat(audit().lastChanges(List.of())).isEmpty();
    }

    @Test
    default void actor_thatIsARegisteredProgram_isReadFromTheAccountAsItWas() {
        Client client = addClient("Ann");
        Actor program = new Actor.Registered(Id.random());
        work().read(program, Act.SEE_PAIN, Optional.of(client.id()), records -> "");
        assertThat(last().actor()).isEqualTo(program);
        assertThat(audit().verify().holds()).isTrue();
    }

    @Test
    default void isTraceSeen_whereItWasRefused_isFalse() {
        Client client = addClient("Ann");
        assertThatThrownBy(() -> work().read(OWNER, Act.SEE_TRACE, Optional.of(client.id()), records -> {
                    throw new NoSuchRecord("session", client.id());
                }))
                .isInstanceOf(NoSuchRecord.class);

        assertThat(audit().isTraceSeen(client.id(), Instant.EPOCH, now().plus(1, ChronoUnit.DAYS)))
                .isFalse();
    }

    @Test
    default void read_thatWrites_isAFaultOfTheProgram() {
        Client client = addClient("Ann");
        BodyMap map = map(client, 6);

        assertThatThrownBy(() -> work().read(OWNER, Act.SEE_PAIN, Optional.of(client.id()), add(map)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> work().read(OWNER, Act.MARK_PAIN, Optional.of(client.id()), never()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(records().bodyMaps().list(client.id())).isEmpty();
    }

    @Test
    default void read_seesOneStateOfTheRecord() throws Exception {
        Client client = addClient("Ann");
        List<Integer> sizes = work().read(OWNER, Act.SEE_PAIN, Optional.of(client.id()), records -> {
            List<Integer> seen = new ArrayList<>();
            seen.add(records.bodyMaps().list(client.id()).size());
            Thread writer = Thread.ofPlatform().start(() -> {
                BodyMap map = map(client, 2);
                work().run(OWNER, draw(map.id(), client, map), add(map), never());
            });
            try {
                writer.join(2_000); // in memory the writer waits until the reading ends
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            seen.add(records.bodyMaps().list(client.id()).size());
            return seen;
        });

        assertThat(sizes).containsExactly(0, 0);
    }

    @Test
    default void unit_withinAnother_isAFaultOfTheProgram() {
        Client client = addClient("Ann");
        BodyMap map = map(client, 6);
        Deed outer = draw(Id.random(), client, map);
        Deed inner = draw(Id.random(), client, map);

        assertThatThrownBy(
                        () -> work().run(OWNER, outer, records -> work().run(OWNER, inner, add(map), never()), never()))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> work().read(
                                OWNER,
                                Act.SEE_TODAY,
                                Optional.empty(),
                                records -> work().run(OWNER, inner, add(map), never())))
                .isInstanceOf(IllegalStateException.class);
        assertThat(records().bodyMaps().list(client.id())).isEmpty();
    }

    /** A rule that is asked inside the unit holds against others who ask at the same time. */
    @Test
    default void run_atOnceForOneClient_oneAfterTheOther() throws Exception {
        Client client = addClient("Ann");
        Set<String> answers = new HashSet<>(inParallel(8, number -> {
            BodyMap map = map(client, number);
            return work().run(
                            OWNER,
                            draw(map.id(), client, map),
                            records -> {
                                if (!records.bodyMaps().list(client.id()).isEmpty()) {
                                    return "one is there";
                                }
                                return add(map).apply(records);
                            },
                            never());
        }));

        assertThat(answers).containsExactlyInAnyOrder("added", "one is there");
        assertThat(records().bodyMaps().list(client.id())).hasSize(1);
        assertThat(audit().verify().holds()).isTrue();
    }

    /** The same sent several times at once, with a client and without one. */
    @Test
    default void run_theSameAtOnce_isDoneOnce() throws Exception {
        Client client = addClient("Ann");
        BodyMap map = map(client, 6);
        assertThat(inParallel(
                        6, number -> work().run(OWNER, draw(map.id(), client, map), add(map), records -> "again")))
                .containsOnlyOnce("added")
                .contains("again");
        Client bea = Client.added(new PrivateText("Bea"), OptionalInt.empty(), now());
        Deed adding =
                new Deed(Act.ADD_CLIENT, bea.id(), Optional.empty(), bea.name().value());
        assertThat(inParallel(
                        6,
                        number -> work().run(
                                        OWNER,
                                        adding,
                                        records -> {
                                            records.clients().add(bea);
                                            return "added";
                                        },
                                        records -> "again")))
                .containsOnlyOnce("added")
                .contains("again");
        assertThat(records().clients().find(bea.id())).contains(bea);
    }

    private static List<String> inParallel(int times, Function<Integer, String> work) throws Exception {
        List<Future<String>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < times; number++) {
                int own = number;
                answers.add(threads.submit(() -> work.apply(own)));
            }
        }
        List<String> all = new ArrayList<>();
        for (Future<String> answer : answers) {
            all.add(answer.get());
        }
        return all;
    }

    /** What a unit that came to nothing had put into memory is not there: keys, names. */
    @Test
    default void client_addedInAUnitThatCameToNothing_leavesNothingBehind() {
        Client undone = Client.added(new PrivateText("Undone"), OptionalInt.empty(), now());
        BodyMap map = map(undone, 6);
        Deed deed = new Deed(Act.ADD_CLIENT, undone.id(), Optional.empty(), "");

        assertThatThrownBy(() -> work().run(
                                OWNER,
                                deed,
                                records -> {
                                    records.clients().add(undone);
                                    records.bodyMaps().add(map);
                                    assertThat(records.clients().search("undone"))
                                            .containsExactly(undone);
                                    throw new Refused(Rule.OWNER_EXISTS, undone.id());
                                },
                                never()))
                .isInstanceOf(Refused.class);
        assertThat(records().clients().search("undone")).isEmpty();
        assertThatThrownBy(() -> records().bodyMaps().add(map)).isInstanceOf(NoSuchRecord.class);

        records().clients().add(undone);
        records().bodyMaps().add(map);
        reopen();
        assertThat(records().bodyMaps().list(undone.id())).containsExactly(map);
    }

    @Test
    default void name_changedInAUnitThatCameToNothing_isFoundAsItIsKept() {
        Client ann = addClient("Ann");
        Deed deed = new Deed(Act.CHANGE_CLIENT, Id.random(), Optional.of(ann.id()), "");
        assertThatThrownBy(() -> work().run(
                                OWNER,
                                deed,
                                records -> {
                                    records.clients().update(ann.with(new PrivateText("Bea"), OptionalInt.empty()));
                                    assertThat(records.clients().search("bea")).hasSize(1);
                                    throw new Refused(Rule.OWNER_EXISTS, ann.id());
                                },
                                never()))
                .isInstanceOf(Refused.class);
        Client carla = records().clients().update(ann.with(new PrivateText("Carla"), OptionalInt.empty()));

        assertThat(records().clients().search("bea")).isEmpty();
        assertThat(records().clients().search("ann")).isEmpty();
        assertThat(records().clients().search("carla")).containsExactly(carla);
    }

    @Test
    default void erase_forgetsTheClientsDeeds_butTheAccountStays() {
        Client client = addClient("Ann");
        BodyMap map = map(client, 6);
        work().run(OWNER, draw(map.id(), client, map), add(map), never());
        Deed erasing = new Deed(Act.ERASE_CLIENT, Id.random(), Optional.of(client.id()), "");
        Function<Records, String> erase = records -> {
            records.clients().erase(client.id());
            return "erased";
        };
        assertThat(work().run(OWNER, erasing, erase, never())).isEqualTo("erased");

        assertThat(work().run(OWNER, erasing, never(), records -> "again")).isEqualTo("again");
        assertThat(records().clients().find(client.id())).isEmpty();
        assertThat(audit().latest(3))
                .extracting(AuditEntry::act, AuditEntry::outcome)
                .containsExactly(
                        tuple(Act.ERASE_CLIENT, Outcome.AGAIN),
                        tuple(Act.ERASE_CLIENT, Outcome.DONE),
                        tuple(Act.MARK_PAIN, Outcome.DONE));
        assertThat(audit().latest(3)).extracting(AuditEntry::client).containsOnly(Optional.of(client.id()));
        assertThatThrownBy(() -> work().run(OWNER, draw(map.id(), client, map), never(), never()))
                .isInstanceOf(NoSuchRecord.class);
    }

    @Test
    default void account_ofEveryActor_comesBack() {
        Account account = Account.added(new SignInName("sam"), "hash", Role.THERAPIST, now());
        List<Actor> actors = new ArrayList<>(List.of(OWNER, new Actor.Person(account.id(), account.role())));
        actors.add(new Actor.Linked(addClient("Ann").id(), Id.random()));
        for (Actor.ProgramPart part : Actor.ProgramPart.values()) {
            actors.add(Actor.program(part));
        }
        for (Actor actor : actors) {
            work().run(actor, new Deed(Act.ADD_STUDY, Id.random(), Optional.empty(), ""), records -> "", never());
        }
        reopen();
        assertThat(audit().latest(actors.size()))
                .extracting(AuditEntry::actor)
                .containsExactlyElementsOf(actors.reversed());
        assertThat(audit().verify().holds()).isTrue();
    }
}
