package org.stillpoint.practice.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stillpoint.practice.PeopleInMemory.by;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.PeopleInMemory;
import org.stillpoint.practice.checkin.GiveCheckIn;
import org.stillpoint.practice.client.ArchiveClient;
import org.stillpoint.practice.client.CopyClient;
import org.stillpoint.practice.client.NextAct;
import org.stillpoint.practice.client.ReadClient;
import org.stillpoint.practice.followup.FollowUpReading.ClientToAsk;
import org.stillpoint.practice.session.VoidSession;
import org.stillpoint.practice.today.SeeToday;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.Practice;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.followup.AskedAfter;
import org.stillpoint.record.followup.WayOfAsking;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.OpenSession;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Tap;
import org.stillpoint.record.work.UnitOfWork;

/** A session wants to be asked after, from the hours on that the procedure names, until it is answered. */
class FollowUpTest {
    private final PeopleInMemory people = new PeopleInMemory();
    private final TestClock clock = people.clock();
    private final RecordsInMemory records = people.records();
    private final UnitOfWork work = people.work();
    private final Account owner = people.account("owner", Role.OWNER);
    private final Account sam = people.account("sam", Role.THERAPIST);
    private final Account kim = people.account("kim", Role.THERAPIST);
    private final Account desk = people.account("desk", Role.ASSISTANT);
    private final Id<Client> ann = people.add(sam, "Ann", OptionalInt.empty());
    private final FollowUpReading reading = new FollowUpReading(work, clock);
    private final NoteAskedAfter note = new NoteAskedAfter(work, clock);

    private OpenSession starts(Id<Client> client) {
        SafetyCheck check = SafetyCheck.clear(client, clock.instant());
        records.safetyChecks().add(check);
        return Practice.start(records, check, clock.instant());
    }

    private Id<Session> ends(OpenSession session) {
        records.sessions().keep(session.end(clock.instant()));
        return session.id();
    }

    private Id<Session> held(Id<Client> client) {
        return ends(starts(client));
    }

    private void passes(int hours) {
        clock.pass(Duration.ofHours(hours));
    }

    private Optional<Boolean> overdue(Account reader) {
        return reading.all(by(reader)).stream()
                .map(each -> each.time().isOverdue(clock.instant()))
                .findFirst();
    }

    private void checkIn() {
        Score0To10 one = Score0To10.of(1);
        new GiveCheckIn(work, clock)
                .by(by(sam), new GiveCheckIn.Command(Id.random(), ann, Answers.of(one, one, one, one)));
    }

    private NoteAskedAfter.Command asked(Id<Session> session, String said) {
        return new NoteAskedAfter.Command(Id.random(), ann, session, WayOfAsking.RANG_UP, new PrivateText(said));
    }

    @Test
    void followUp_isDueAfter48Hours_andOverdueAfter72() {
        held(ann);
        passes(47);
        assertThat(overdue(sam)).isEmpty();
        passes(1);
        assertThat(overdue(sam)).contains(false);
        passes(25);
        assertThat(overdue(sam)).contains(true);
        assertThat(reading.by(by(sam), ann).due()).isPresent();
    }

    @Test
    void followUp_afterAStop_isDueAfter24Hours() {
        OpenSession session = starts(ann);
        Practice.mark(records, session, Tap.of(Id.random(), clock.instant(), new Moment.StopSignal()), clock.instant());
        ends(session);
        passes(23);
        assertThat(overdue(sam)).isEmpty();
        passes(1);
        assertThat(overdue(sam)).contains(false);
        passes(25);
        assertThat(overdue(sam)).contains(true);
    }

    @Test
    void followUp_isAnsweredByACheckIn_orByANote() {
        Id<Session> first = held(ann);
        passes(50);
        checkIn();
        assertThat(reading.all(by(sam))).isEmpty();
        assertThat(reading.by(by(sam), ann).due()).isEmpty();

        passes(1);
        Id<Session> second = held(ann);
        passes(50);
        assertThat(reading.all(by(sam))).extracting(ClientToAsk::session).containsExactly(second);
        NoteAskedAfter.Command wanted = asked(second, "slept well, neck a little sore");
        assertThat(note.by(by(sam), wanted)).isInstanceOf(Answer.Done.class);
        assertThat(note.by(by(sam), wanted)).isInstanceOf(Answer.Again.class);
        assertThat(reading.all(by(sam))).isEmpty();
        assertThat(reading.by(by(sam), ann).due()).isEmpty();
        assertThat(reading.by(by(sam), ann).asked())
                .containsExactly(new AskedAfter(
                        wanted.id(),
                        ann,
                        second,
                        clock.instant(),
                        Optional.of(sam.id()),
                        WayOfAsking.RANG_UP,
                        wanted.said()));
        assertThat(first).isNotEqualTo(second);
        assertThat(new CopyClient(work, records.audit(), clock)
                        .by(by(sam), ann, false)
                        .askedAfters())
                .hasSize(1);
    }

    @Test
    void note_needsAnEndedSessionOfThisClient_andWords() {
        OpenSession open = starts(ann);
        assertThat(note.by(by(sam), asked(open.id(), "well"))).isEqualTo(new Answer.No<>(Rule.SESSION_IS_OPEN));
        Id<Session> ended = ends(open);
        assertThatThrownBy(() -> note.by(by(sam), asked(ended, " "))).isInstanceOf(BadValue.class);
        Id<Session> ofBea = held(people.add(sam, "Bea", OptionalInt.empty()));
        assertThatThrownBy(() -> note.by(by(sam), asked(ofBea, "well"))).isInstanceOf(NoSuchRecord.class);
        assertThat(records.askedAfters().list(ann)).isEmpty();
    }

    @Test
    void followUp_isWantedOfNobody_whoCameAgain_whoIsArchived_orAfterFourWeeks() {
        held(ann);
        passes(50);
        OpenSession again = starts(ann);
        assertThat(reading.all(by(sam))).isEmpty();
        assertThat(reading.by(by(sam), ann).due()).isEmpty();
        ends(again);
        passes(50);
        assertThat(reading.all(by(sam))).hasSize(1);
        passes(24 * 26);
        assertThat(reading.all(by(sam))).isEmpty();
        assertThat(reading.by(by(sam), ann).due()).isEmpty();

        held(ann);
        passes(50);
        new ArchiveClient(work, clock)
                .by(
                        by(sam),
                        new ArchiveClient.Command(
                                Id.random(), ann, records.clients().get(ann).version(), new PrivateText("moved away")));
        assertThat(records.clients().get(ann).isArchived()).isTrue();
        assertThat(reading.all(by(sam))).isEmpty();
        assertThat(reading.by(by(sam), ann).due()).isEmpty();
    }

    @Test
    void session_thatIsVoided_wantsNone_andOneThatWasAskedAfterIsNotVoided() {
        Id<Session> slip = held(ann);
        new VoidSession(work, clock)
                .by(by(sam), new VoidSession.Command(Id.random(), ann, slip, new PrivateText("a slip")));
        passes(50);
        assertThat(reading.all(by(sam))).isEmpty();

        Id<Session> told = held(ann);
        note.by(by(sam), asked(told, "well"));
        assertThat(new VoidSession(work, clock)
                        .by(by(sam), new VoidSession.Command(Id.random(), ann, told, new PrivateText("a slip"))))
                .isInstanceOf(Answer.No.class);
    }

    @Test
    void today_tellsWhomToAsk_toWhoeverTreatsThem_andTheClientsPageLeadsThere() {
        Id<Session> session = held(ann);
        passes(50);
        SeeToday today = new SeeToday(work, clock);
        assertThat(today.by(by(sam)).toAsk()).extracting(ClientToAsk::session).containsExactly(session);
        assertThat(today.by(by(owner)).toAsk()).hasSize(1);
        assertThat(today.by(by(kim)).toAsk()).isEmpty();
        assertThat(today.by(by(desk)).toAsk()).isEmpty();
        assertThat(reading.all(by(desk))).isEmpty();
        assertThatThrownBy(() -> reading.by(by(kim), ann)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> note.by(by(kim), asked(session, "well"))).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> note.by(by(desk), asked(session, "well"))).isInstanceOf(NotAllowed.class);
        assertThat(new ReadClient(work, clock).by(by(sam), ann).next(clock.instant()))
                .isEqualTo(NextAct.ASK_AFTER);
    }

    @Test
    void today_showsFive_andSaysThatThereAreMore() {
        for (String name : List.of("A", "B", "C", "D", "E", "F")) {
            held(people.add(sam, name, OptionalInt.empty()));
        }
        passes(50);
        SeeToday.TodayView seen = new SeeToday(work, clock).by(by(sam));
        assertThat(seen.toAsk()).hasSize(5);
        assertThat(seen.moreToAsk()).isTrue();
        assertThat(reading.all(by(sam))).hasSize(6);
    }
}
