package org.stillpoint.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.practice.body.StandardBody;
import org.stillpoint.practice.checkin.CheckInReading;
import org.stillpoint.practice.client.CareReading;
import org.stillpoint.practice.client.ExportClient;
import org.stillpoint.practice.client.ReadClient;
import org.stillpoint.practice.consent.ConsentInTests;
import org.stillpoint.practice.consent.ConsentReading;
import org.stillpoint.practice.history.HistoryReading;
import org.stillpoint.practice.life.LifePlayer;
import org.stillpoint.practice.life.LifeReading;
import org.stillpoint.practice.life.OwnParameters;
import org.stillpoint.practice.outcome.FieldReading;
import org.stillpoint.practice.outcome.ForecastReading;
import org.stillpoint.practice.outcome.LotReading;
import org.stillpoint.practice.outcome.OutcomeReading;
import org.stillpoint.practice.outcome.PracticeReading;
import org.stillpoint.practice.outcome.QuestionnaireReading;
import org.stillpoint.practice.pain.PainReading;
import org.stillpoint.practice.session.SafetyReading;
import org.stillpoint.practice.session.SessionReading;
import org.stillpoint.practice.session.StartSession;
import org.stillpoint.practice.today.PrepareReading;
import org.stillpoint.practice.today.SeeToday;
import org.stillpoint.practice.touch.TouchReading;
import org.stillpoint.practice.trace.TraceReading;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.ConsentOnRecord;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.AuditEntry;
import org.stillpoint.record.work.UnitOfWork;

/** What holds for every reading: it asks who reads, and where a client is read of, it is accounted for. */
class ReadingsTest {

    private static final Actor SOMEBODY = new Actor.Person(Id.<Account>random(), Role.THERAPIST);
    private static final StandardBody BODY = StandardBody.of(Atlas.standard());

    private final TestClock clock = new TestClock();
    private final RecordsInMemory records = new RecordsInMemory(clock);
    private final Client client = Client.added(new PrivateText("A Client"), OptionalInt.of(1980), clock.instant());

    ReadingsTest() {
        records.clients().add(client);
        ConsentOnRecord.add(records, client.id(), clock.instant());
    }

    /** A reading under test: of one client, or of the practice where {@code act} says so. */
    record Reading(Act act, boolean ofClient, TestedReading read) {
        @Override
        public String toString() {
            return act + (ofClient ? " of a client" : " of the practice");
        }
    }

    interface TestedReading {
        Object by(UnitOfWork work, TestClock clock, Id<Client> client);
    }

    private static Reading ofClient(Act act, BiFunction<UnitOfWork, TestClock, BiFunction<Actor, Id<Client>, ?>> of) {
        return new Reading(
                act, true, (work, clock, client) -> of.apply(work, clock).apply(SOMEBODY, client));
    }

    static Stream<Reading> readings() {
        return Stream.of(
                ofClient(Act.SEE_STORY, (work, clock) -> new ReadClient(work, clock)::by),
                ofClient(Act.SEE_TOUCH_MAP, (work, clock) -> new TouchReading(work)::by),
                ofClient(Act.SEE_CONSENT, (work, clock) -> new ConsentReading(work, ConsentInTests.WORDING, clock)::by),
                ofClient(
                        Act.SEE_PREPARATION,
                        (work, clock) -> new PrepareReading(work, ConsentInTests.WORDING, clock)::by),
                ofClient(Act.SEE_CLIENT, (work, clock) -> new ReadClient(work, clock)::atDesk),
                ofClient(Act.SEE_CARE, (work, clock) -> new CareReading(work, clock)::by),
                ofClient(Act.SEE_CLIENT, (work, clock) -> new ReadClient(work, clock)::who),
                new Reading(
                        Act.EXPORT_CLIENT,
                        true,
                        (work, clock, client) ->
                                new ExportClient(work, new RecordsInMemory(clock).audit(), clock).by(SOMEBODY, client)),
                ofClient(Act.SEE_PAIN, (work, clock) -> new PainReading(work)::by),
                ofClient(Act.SEE_EVENT, (work, clock) -> new HistoryReading(work)::by),
                ofClient(Act.SEE_SESSION, (work, clock) -> new SafetyReading(work, clock)::by),
                ofClient(Act.SEE_OUTCOME, (work, clock) -> new LotReading(work)::by),
                ofClient(Act.SEE_OUTCOME, (work, clock) -> new CheckInReading(work)::by),
                ofClient(
                        Act.SEE_OUTCOME,
                        (work, clock) -> (actor, one) -> new OutcomeReading(work, clock).by(actor, one, "pain")),
                ofClient(Act.SEE_FORECAST, (work, clock) -> new ForecastReading(work, clock)::by),
                ofClient(Act.SEE_QUESTIONNAIRES, (work, clock) -> new QuestionnaireReading(work)::by),
                ofClient(Act.SEE_LIFE, (work, clock) -> life(work, clock)::by),
                ofClient(
                        Act.SEE_LIFE,
                        (work, clock) -> (actor, one) ->
                                life(work, clock).course(actor, one, LifePlayer.PersonFactors.STANDARD, Set.of())),
                ofClient(Act.SEE_TRACE, (work, clock) -> trace(work, clock)::by),
                ofClient(Act.SEE_TRACE, (work, clock) -> trace(work, clock)::trace),
                new Reading(Act.SEE_TODAY, false, (work, clock, client) -> new SeeToday(work, clock).by(SOMEBODY)),
                new Reading(
                        Act.FIND_CLIENTS,
                        false,
                        (work, clock, client) -> new SeeToday(work, clock).find(SOMEBODY, "a")),
                new Reading(
                        Act.SEE_PRACTICE,
                        false,
                        (work, clock, client) -> new PracticeReading(work, BODY.atlas(), clock).by(SOMEBODY)),
                new Reading(Act.SEE_FIELD, false, (work, clock, client) -> new FieldReading(work).by(SOMEBODY)));
    }

    private static LifeReading life(UnitOfWork work, TestClock clock) {
        LifePlayer player = new LifePlayer(BODY, clock);
        return new LifeReading(work, player, new OwnParameters(BODY, player, clock));
    }

    private static TraceReading trace(UnitOfWork work, TestClock clock) {
        return new TraceReading(work, new OwnParameters(BODY, new LifePlayer(BODY, clock), clock), BODY, clock);
    }

    @ParameterizedTest
    @MethodSource("readings")
    void reading_byWhoMayNot_isNone_andIsAccountedFor(Reading reading) {
        UnitOfWork closed = records.unitOfWork((actor, act, of) -> act != reading.act());
        assertThatThrownBy(() -> reading.read().by(closed, clock, client.id())).isInstanceOf(NotAllowed.class);
        assertThat(latest().outcome()).isEqualTo(AuditEntry.Outcome.NOT_ALLOWED);
        assertThat(latest().act()).isEqualTo(reading.act());
    }

    @ParameterizedTest
    @MethodSource("readings")
    void reading_ofAClient_isAccountedFor_andOfThePracticeNot(Reading reading) {
        UnitOfWork open = records.unitOfWork((actor, act, of) -> true);
        assertThat(reading.read().by(open, clock, client.id())).isNotNull();
        List<AuditEntry> entries = records.audit().latest(10);
        if (reading.ofClient()) {
            assertThat(entries).hasSize(1);
            assertThat(latest().act()).isEqualTo(reading.act());
            assertThat(latest().client()).contains(client.id());
            assertThat(latest().actor()).isEqualTo(SOMEBODY);
            assertThatThrownBy(() -> reading.read().by(open, clock, Id.random()))
                    .isInstanceOf(NoSuchRecord.class);
        } else {
            assertThat(entries).isEmpty();
        }
    }

    /** Whose session it is has to be found first; what the client said in it is read apart, and accounted for by its own name. */
    @Test
    void session_isReadAsItsClients_andItsNotesByTheirOwnName() {
        UnitOfWork open = records.unitOfWork((actor, act, of) -> true);
        Id<Session> session = Id.random();
        new StartSession(open, clock).by(SOMEBODY, StartSession.Command.clear(session, client.id(), Id.random()));
        SessionReading reading = new SessionReading(open, clock);
        SessionReading.SessionView seen = reading.by(SOMEBODY, session);
        assertThat(seen.client()).isEqualTo(client);
        assertThat(seen.notes()).isEqualTo(new SessionReading.NotesHeld(false, List.of()));
        assertThat(latest().act()).isEqualTo(Act.SEE_SESSION);
        assertThat(latest().client()).contains(client.id());
        assertThat(reading.withNotes(SOMEBODY, session).notes()).isEmpty();
        assertThat(latest().act()).isEqualTo(Act.SEE_PROCESS_NOTES);
        assertThatThrownBy(() -> reading.by(SOMEBODY, Id.random())).isInstanceOf(NoSuchRecord.class);
    }

    /** Whose it is was found for somebody who may: it opens nothing to somebody who may not. */
    @Test
    void session_foundBefore_staysShutToWhomeverItIs() {
        List<Actor> mayLook = new ArrayList<>(List.of(SOMEBODY));
        UnitOfWork work = records.unitOfWork((actor, act, of) -> mayLook.contains(actor));
        Id<Session> session = Id.random();
        new StartSession(work, clock).by(SOMEBODY, StartSession.Command.clear(session, client.id(), Id.random()));
        SessionReading reading = new SessionReading(work, clock);
        assertThat(reading.by(SOMEBODY, session).client()).isEqualTo(client);

        mayLook.clear();
        assertThatThrownBy(() -> reading.by(SOMEBODY, session)).isInstanceOf(NotAllowed.class);
    }

    private AuditEntry latest() {
        return records.audit().latest(1).getFirst();
    }
}
