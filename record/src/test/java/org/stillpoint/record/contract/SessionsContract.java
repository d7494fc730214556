package org.stillpoint.record.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stillpoint.record.contract.HistoryContract.assertRefused;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.RegionCode;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.safety.Condition;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.OpenSession;
import org.stillpoint.record.session.ProcessNote;
import org.stillpoint.record.session.ReleaseSign;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Site;
import org.stillpoint.record.session.Tap;

/** What every store of sessions does. */
public interface SessionsContract extends Practice {

    private static List<Moment> everyMoment() {
        Site psoas = new Site.Muscle("psoas_major_left");
        Site belly = new Site.Region(new RegionCode("X120"));
        List<Moment> moments = new ArrayList<>(List.of(
                new Moment.Settled(),
                new Moment.SiteEngaged(psoas, new PrivateText("two hands, five grams")),
                new Moment.SiteEngaged(belly, PrivateText.NONE),
                new Moment.Stillpoint(),
                new Moment.SignificanceStop(),
                new Moment.MemorySurfaced(),
                new Moment.Awareness(Score0To10.of(6.5)),
                new Moment.Distress(Score0To10.of(0)),
                new Moment.Release(psoas, 0.35),
                new Moment.Release(belly, 1),
                new Moment.Paused(),
                new Moment.Resumed(),
                new Moment.StopSignal()));
        for (ReleaseSign sign : ReleaseSign.values()) {
            moments.add(new Moment.SignOfRelease(sign));
        }
        return moments;
    }

    @Test
    default void marks_ofEveryKind_comeBackInOrderWithBothInstants() {
        Session session = startSession(addClient("Ann"));
        List<Mark> marks = new ArrayList<>();
        for (Moment moment : everyMoment()) {
            Instant tapped = now();
            clock().pass(Duration.ofMillis(300));
            Mark mark = records().sessions().mark(session.id(), Tap.of(Id.random(), tapped, moment));
            assertThat(mark.tappedAt()).isEqualTo(tapped);
            assertThat(mark.recordedAt()).isEqualTo(tapped.plusMillis(300));
            assertThat(mark.moment()).isEqualTo(moment);
            marks.add(mark);
        }
        Mark undone = mark(session, new Moment.Undone(marks.getLast().id()));

        Session kept = records().sessions().get(session.id());
        assertThat(kept.standingMarks()).isEqualTo(marks.subList(0, marks.size() - 1));
        marks.add(undone);
        assertThat(kept.marks()).isEqualTo(marks);
    }

    @Test
    default void mark_sentTwice_isKeptOnceAndAnsweredAlike() {
        Session session = startSession(addClient("Ann"));
        Tap tap = Tap.of(Id.random(), now(), new Moment.Distress(Score0To10.of(4)));
        Mark first = records().sessions().mark(session.id(), tap);
        clock().pass(Duration.ofSeconds(3));

        assertThat(records().sessions().mark(session.id(), tap)).isEqualTo(first);
        assertThat(records().sessions().get(session.id()).marks()).containsExactly(first);
    }

    @Test
    default void mark_underTheIdOfAnother_isRefused() {
        Session session = startSession(addClient("Ann"));
        Session other = startSession(addClient("Someone else"));
        Mark mark = mark(session, new Moment.Settled());

        assertThatThrownBy(() ->
                        records().sessions().mark(session.id(), Tap.of(mark.id(), now(), new Moment.StopSignal())))
                .isInstanceOf(AlreadyThere.class);
        assertThatThrownBy(() -> records().sessions().mark(other.id(), Tap.of(mark.id(), now(), new Moment.Settled())))
                .isInstanceOf(AlreadyThere.class);
        assertThat(records().sessions().get(other.id()).marks()).isEmpty();
    }

    @Test
    default void undo_withinTenSecondsOfTheTap_takesBackOnce() {
        Session session = startSession(addClient("Ann"));
        Mark slip = mark(session, new Moment.StopSignal());
        Mark old = mark(session, new Moment.Settled());
        clock().pass(Duration.ofSeconds(10));
        mark(session, new Moment.Undone(slip.id()));

        assertRefused(Rule.NOTHING_TO_UNDO, () -> mark(session, new Moment.Undone(slip.id())));
        assertRefused(Rule.NOTHING_TO_UNDO, () -> mark(session, new Moment.Undone(Id.random())));
        clock().pass(Duration.ofMillis(1));
        assertRefused(Rule.TOO_LATE_TO_UNDO, () -> mark(session, new Moment.Undone(old.id())));
        Session kept = records().sessions().get(session.id());
        assertThat(kept.standingMarks()).containsExactly(old);
        assertThat(kept.marks()).hasSize(3);
    }

    @Test
    default void memory_isHeldApartFromTheChart() {
        Session session = startSession(addClient("Ann"));
        ProcessNote note = new ProcessNote(new PrivateText("the smell of rain on the road"));
        Tap tap = Tap.memory(Id.random(), now(), note);
        Mark mark = records().sessions().mark(session.id(), tap);
        records().sessions().mark(session.id(), tap);
        Mark wordless = mark(session, new Moment.MemorySurfaced());
        ProcessNote second = new ProcessNote(new PrivateText("a voice"));
        Mark last = records().sessions().mark(session.id(), Tap.memory(Id.random(), now(), second));

        assertThat(records().sessions().get(session.id()).marks()).containsExactly(mark, wordless, last);
        assertThat(mark.toString()).doesNotContain("rain");
        assertThat(records().processNotes().find(mark.id())).contains(note);
        assertThat(records().processNotes().find(wordless.id())).isEmpty();
        assertThat(records().processNotes().list(session.id()).entrySet())
                .extracting(Map.Entry::getValue)
                .containsExactly(note, second);
        assertThatThrownBy(() -> records().processNotes().list(Id.random())).isInstanceOf(NoSuchRecord.class);
    }

    @Test
    default void start_twice_isOneSession() {
        Client client = addClient("Ann");
        Id<SafetyCheck> check = addCheck(client).id();
        Id<Session> id = Id.random();
        Session started = records().sessions().start(id, client.id(), check);
        clock().pass(Duration.ofMinutes(1));

        assertThat(records().sessions().start(id, client.id(), check)).isEqualTo(started);
        EndedSession ended = records().sessions().end(id);
        assertThat(records().sessions().start(id, client.id(), check)).isEqualTo(ended);
        assertThat(records().sessions().list(client.id())).containsExactly(ended);
    }

    @Test
    default void start_whileOneIsOpen_isRefused() {
        Client client = addClient("Ann");
        Session open = startSession(client);

        assertRefused(Rule.SESSION_IS_OPEN, () -> startSession(client));
        assertThat(records().sessions().findOpen(client.id())).contains((OpenSession) open);
        records().sessions().end(open.id());
        assertThat(records().sessions().findOpen(client.id())).isEmpty();
        clock().pass(Duration.ofMinutes(1));
        Session next = startSession(client);
        assertThat(records().sessions().list(client.id()))
                .extracting(Session::id)
                .containsExactly(open.id(), next.id());
    }

    @Test
    default void start_withoutAGoodSafetyCheck_isRefusedAndLocksNothing() {
        Client client = addClient("Ann");
        var event = addTold(client, Practice.carAccident("fear"));
        SafetyCheck stops = SafetyCheck.made(client.id(), Set.of(Condition.ANEURYSM), PrivateText.NONE, now());
        records().safetyChecks().add(stops);
        SafetyCheck anothers = addCheck(addClient("Someone else"));
        SafetyCheck old = addCheck(client);

        assertRefused(Rule.SAFETY_CHECK_STOPS, () -> records().sessions().start(Id.random(), client.id(), stops.id()));
        assertRefused(
                Rule.SAFETY_CHECK_IS_ANOTHERS,
                () -> records().sessions().start(Id.random(), client.id(), anothers.id()));
        assertThatThrownBy(() -> records().sessions().start(Id.random(), client.id(), Id.random()))
                .isInstanceOf(NoSuchRecord.class);
        clock().pass(Duration.ofHours(12).plusSeconds(1));
        assertRefused(Rule.SAFETY_CHECK_IS_OLD, () -> records().sessions().start(Id.random(), client.id(), old.id()));
        assertThat(records().sessions().list(client.id())).isEmpty();
        assertThat(records().history().get(event.id()).lockedBy()).isEmpty();
    }

    @Test
    default void start_onAnOverrideWithAReason_isAllowedOnce() {
        Client client = addClient("Ann");
        SafetyCheck check = SafetyCheck.made(
                client.id(), Set.of(Condition.FEVER), new PrivateText("cleared by the physician by phone"), now());
        records().safetyChecks().add(check);
        Session session = records().sessions().start(Id.random(), client.id(), check.id());
        records().sessions().end(session.id());

        assertRefused(
                Rule.SAFETY_CHECK_IS_USED, () -> records().sessions().start(Id.random(), client.id(), check.id()));
    }

    @Test
    default void end_twice_keepsTheFirstEnd() {
        Session session = startSession(addClient("Ann"));
        clock().pass(Duration.ofMinutes(25));
        EndedSession ended = records().sessions().end(session.id());
        clock().pass(Duration.ofMinutes(5));

        assertThat(ended.length()).isEqualTo(Duration.ofMinutes(25));
        assertThat(records().sessions().end(session.id())).isEqualTo(ended);
        assertThat(records().sessions().get(session.id())).isEqualTo(ended);
        assertThatThrownBy(() -> records().sessions().end(Id.random())).isInstanceOf(NoSuchRecord.class);
    }

    @Test
    default void mark_afterTheEnd_isRefusedUnlessItWasTappedBefore() {
        Session session = startSession(addClient("Ann"));
        Instant inTime = now();
        clock().pass(Duration.ofMinutes(1));
        records().sessions().end(session.id());
        clock().pass(Duration.ofSeconds(1));

        assertRefused(Rule.SESSION_HAS_ENDED, () -> mark(session, new Moment.Settled()));
        Mark late = records().sessions().mark(session.id(), Tap.of(Id.random(), inTime, new Moment.StopSignal()));
        assertThat(records().sessions().get(session.id()).marks()).containsExactly(late);
        assertThatThrownBy(
                        () -> records().sessions().mark(Id.random(), Tap.of(Id.random(), now(), new Moment.Settled())))
                .isInstanceOf(NoSuchRecord.class);
    }

    @Test
    default void session_addedAppendedAndKeptAsEnded_isReadWholeAndAsAHead() {
        Client client = addClient("Ann");
        Client other = addClient("Someone else");
        SafetyCheck check = addCheck(client);
        assertThat(records().sessions().isUsed(check.id())).isFalse();
        OpenSession started = OpenSession.start(Id.random(), client.id(), check, now());
        records().sessions().add(started);
        Mark first = new Mark(Id.random(), now(), now().plusMillis(40), new Moment.Settled());
        Mark second = new Mark(Id.random(), now(), now().plusMillis(90), new Moment.MemorySurfaced());
        ProcessNote note = new ProcessNote(new PrivateText("a voice"));
        records().sessions().append(client.id(), started.id(), first, Optional.empty());
        records().sessions().append(client.id(), started.id(), second, Optional.of(note));

        assertThat(records().sessions().isUsed(check.id())).isTrue();
        assertThat(records().sessions().findClient(started.id())).contains(client.id());
        assertThat(records().sessions().head(client.id(), started.id())).isEqualTo(started);
        assertThat(records().sessions().heads(client.id())).containsExactly(started);
        assertThat(records().sessions().get(started.id()).marks()).containsExactly(first, second);
        assertThat(records().sessions().getMark(client.id(), started.id(), second.id()))
                .isEqualTo(second);
        assertThat(records().processNotes().list(client.id(), started.id())).isEqualTo(Map.of(second.id(), note));
        assertThatThrownBy(() -> records().sessions().append(client.id(), started.id(), first, Optional.empty()))
                .isInstanceOf(AlreadyThere.class);
        assertThatThrownBy(() -> records().sessions().head(other.id(), started.id()))
                .isInstanceOf(NoSuchRecord.class);
        assertThatThrownBy(() -> records().sessions().findMark(other.id(), started.id(), first.id()))
                .isInstanceOf(NoSuchRecord.class);
        assertThatThrownBy(() -> records().processNotes().list(other.id(), started.id()))
                .isInstanceOf(NoSuchRecord.class);

        EndedSession ended = started.end(now().plusSeconds(60));
        records().sessions().keep(ended);
        assertThat(records().sessions().head(client.id(), started.id())).isEqualTo(ended);
        assertThat(records().sessions().get(started.id()).marks()).containsExactly(first, second);
        assertThat(records().sessions().findOpen(client.id())).isEmpty();
    }
}
