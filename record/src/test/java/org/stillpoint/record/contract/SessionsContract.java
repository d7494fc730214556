package org.stillpoint.record.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.anatomy.Point;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.session.AfterStop;
import org.stillpoint.record.session.AuthoredNote;
import org.stillpoint.record.session.DialogueKind;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.session.Grounding;
import org.stillpoint.record.session.Heading;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.OpenSession;
import org.stillpoint.record.session.ProcessNote;
import org.stillpoint.record.session.ProcessNotes;
import org.stillpoint.record.session.ReleaseSign;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.SessionDevice;
import org.stillpoint.record.session.SignToStop;
import org.stillpoint.record.session.Site;
import org.stillpoint.record.session.SpokeFirst;
import org.stillpoint.record.session.SpontaneousSign;
import org.stillpoint.record.session.Tap;
import org.stillpoint.record.setting.GroundingSteps;

/** What every store of sessions does. */
public interface SessionsContract extends Practice {

    private static List<Moment> everyMoment() {
        Site psoas = new Site.MuscleSite(new MuscleId("psoas_major_left"));
        Site belly = new Site.RegionSite(new RegionCode("X120"));
        List<Moment> moments = new ArrayList<>(List.of(
                new Moment.Settled(),
                new Moment.SiteEngaged(psoas, new PrivateText("two hands, five grams")),
                new Moment.SiteEngaged(belly, PrivateText.NONE),
                new Moment.Stillpoint(),
                new Moment.SignificanceStop(),
                new Moment.MemorySurfaced(),
                new Moment.MemorySurfaced(Optional.of(SpokeFirst.THERAPIST)),
                new Moment.ImageAppeared(Optional.of(SpokeFirst.CLIENT)),
                new Moment.EmotionFelt(Optional.empty()),
                new Moment.PositionTaken(new PrivateText("curls to the left")),
                new Moment.Observed(SpontaneousSign.STILLNESS),
                new Moment.Arced(
                        new RegionCode("X201"), new Point(-0.05, 1.44, -0.06), Heading.along(1, -0.5, 0.1), true),
                new Moment.Dialogue(DialogueKind.LISTENED, Optional.empty()),
                new Moment.Dialogue(DialogueKind.REFERRED, Optional.of(Id.random())),
                new Moment.Integrated(),
                new Moment.GroundingStep(),
                new Moment.ReleaseFelt(new Site.RegionSite(new RegionCode("X201")), 0.25),
                new Moment.Awareness(Score0To10.of(6.5)),
                new Moment.Distress(Score0To10.of(0)),
                new Moment.Release(psoas, 0.35),
                new Moment.Release(belly, 1),
                new Moment.Paused(),
                new Moment.Resumed()));
        for (ReleaseSign sign : ReleaseSign.values()) {
            moments.add(new Moment.SignOfRelease(sign));
        }
        for (SignToStop sign : SignToStop.values()) {
            moments.add(new Moment.SignNoticed(sign));
        }
        moments.addAll(List.of(
                new Moment.StopSignal(),
                new Moment.StepTaken(1, new PrivateText("Open your eyes.")),
                new Moment.StepTaken(10, PrivateText.NONE),
                new Moment.HelpCalled(),
                new Moment.AskedAfterStop(AfterStop.SOMEONE_TO_CALL, false),
                new Moment.Grounded(Score0To10.of(2.5))));
        return moments;
    }

    @Test
    default void session_thatEnded_isKeptAsGoingOnAgain() {
        Client ann = addClient("Ann");
        Session started = startSession(ann);
        OpenSession again = end(started).goOn(now());
        records().sessions().keep(again);
        assertThat(records().sessions().get(ann.id(), started.id())).isEqualTo(again);
        assertThat(records().today().listOpen(9)).hasSize(1);
    }

    @Test
    default void session_takenOut_isNowhereAnyMore_andWhatItLockedIsLockedByAnotherOrNone() {
        Client ann = addClient("Ann");
        TraumaEvent told = addTold(ann, Practice.carAccident("fear"));
        Session stray = startSession(ann);
        records().history().lock(ann.id(), stray.id());
        records().history().relock(ann.id(), stray.id(), Optional.empty());
        assertThat(records().history().get(ann.id(), told.id()).lockedBy()).isEmpty();
        records().sessions().remove(ann.id(), stray.id());

        assertThat(records().sessions().find(ann.id(), stray.id())).isEmpty();
        assertThat(records().sessions().list(ann.id())).isEmpty();
        assertThat(records().sessions().heads(ann.id())).isEmpty();
        assertThat(records().sessions().isUsed(stray.safetyCheck())).isFalse();
        assertThat(records().today().listOpen(9)).isEmpty();
        assertThat(records().today().list(List.of(ann.id())))
                .singleElement()
                .satisfies(standing -> assertThat(standing.lastSession()).isEmpty());

        Session other = startSession(ann);
        records().history().lock(ann.id(), other.id());
        assertThat(records().history().get(ann.id(), told.id()).lockedBy()).contains(other.id());
        assertThatThrownBy(() -> records().sessions().remove(ann.id(), stray.id()))
                .isInstanceOf(NoSuchRecord.class);
        mark(other, Tap.of(Id.random(), now(), new Moment.Settled()));
        assertThatThrownBy(() -> records().sessions().remove(ann.id(), other.id()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    default void marks_ofEveryKind_comeBackInOrderWithBothInstants() {
        Session session = startSession(addClient("Ann"));
        List<Mark> marks = new ArrayList<>();
        for (Moment moment : everyMoment()) {
            Instant tapped = now();
            clock().pass(Duration.ofMillis(300));
            Mark mark = mark(session, Tap.of(Id.random(), tapped, moment));
            assertThat(mark.tappedAt()).isEqualTo(tapped);
            assertThat(mark.recordedAt()).isEqualTo(tapped.plusMillis(300));
            assertThat(mark.moment()).isEqualTo(moment);
            marks.add(mark);
        }
        Mark undone = mark(session, new Moment.Undone(marks.getLast().id()));

        Session kept = kept(session);
        assertThat(kept.standingMarks()).isEqualTo(marks.subList(0, marks.size() - 1));
        marks.add(undone);
        assertThat(kept.marks()).isEqualTo(marks);
    }

    /** What an act reads of a session is enough to know whether it may end. */
    @Test
    default void session_afterAStop_endsOnlyGrounded_byTheMarksThatTurnItAlone() {
        Client ann = addClient("Ann");
        Session session = startSession(ann);
        mark(session, new Moment.Settled());
        mark(session, new Moment.StopSignal());
        for (Moment moment : GroundingMarks.all(1)) {
            OpenSession turns = (OpenSession) records().sessions().turns(ann.id(), session.id(), Id.random());
            assertThatThrownBy(() -> turns.requireGrounded(GroundingSteps.OF_THE_PROGRAM))
                    .isInstanceOfSatisfying(
                            Refused.class, refused -> assertThat(refused.rule()).isEqualTo(Refused.Rule.NOT_GROUNDED));
            clock().pass(Duration.ofSeconds(1));
            mark(session, moment);
        }
        reopen();
        Session grounded = records().sessions().turns(ann.id(), session.id(), Id.random());
        assertThat(Grounding.of(grounded, GroundingSteps.OF_THE_PROGRAM).isDone())
                .isTrue();
        assertThat(Grounding.of(grounded, GroundingSteps.OF_THE_PROGRAM + 1).isDone())
                .isFalse();
    }

    @Test
    default void hand_isKeptInOrder_turnsTheSession_andIsNoMarkOfWhatHappened() {
        Client ann = addClient("Ann");
        Session session = startSession(ann);
        SessionDevice tablet = SessionDevice.of("tablet");
        SessionDevice phone = SessionDevice.of("phone");
        for (SessionDevice hand : List.of(tablet, phone)) {
            Mark taken = new Mark(Id.random(), now(), now(), new Moment.HandTaken(hand));
            records().sessions().append(ann.id(), session.id(), taken, Optional.empty());
            clock().pass(Duration.ofSeconds(10));
        }
        reopen();
        Session kept = records().sessions().turns(ann.id(), session.id(), Id.random());
        assertThat(kept.findHand(Instant.MAX)).contains(phone);
        assertThat(kept.findHand(now().minusSeconds(15))).contains(tablet);
        assertThat(kept.findHand(session.startedAt().minusSeconds(1))).isEmpty();
        assertThat(kept(session).standingMarks()).isEmpty();
        assertThat(kept(session).isUnmarked()).isTrue();

        records().sessions().remove(ann.id(), session.id());
        assertThat(records().sessions().find(ann.id(), session.id())).isEmpty();
    }

    @Test
    default void memory_isHeldApartFromTheChart() {
        Session session = startSession(addClient("Ann"));
        assertThat(records().processNotes().authors(session.client(), session.id()))
                .isEmpty();
        ProcessNote note = new ProcessNote(new PrivateText("the smell of rain on the road"));
        Mark mark = mark(session, Tap.memory(Id.random(), now(), note));
        Mark wordless = mark(session, new Moment.MemorySurfaced());
        ProcessNote second = new ProcessNote(new PrivateText("a voice"));
        Mark last = mark(session, Tap.memory(Id.random(), now(), second));

        assertThat(kept(session).marks()).containsExactly(mark, wordless, last);
        assertThat(mark.toString()).doesNotContain("rain");
        assertThat(records().processNotes().authors(session.client(), session.id()))
                .containsOnlyKeys(mark.id(), last.id());
        assertThat(records()
                        .processNotes()
                        .listAll(session.client(), session.id())
                        .entrySet())
                .extracting(Map.Entry::getKey, Map.Entry::getValue)
                .containsExactly(tuple(mark.id(), note), tuple(last.id(), second));
    }

    @Test
    default void processNote_isHandedToItsAuthor_andOneOfNobodyToAll() {
        Session session = startSession(addClient("Ann"));
        Account sam = Account.added(new SignInName("sam"), "{kind}hash", Role.THERAPIST, now());
        Account kim = Account.added(new SignInName("kim"), "{kind}hash", Role.OWNER, now());
        records().accounts().add(sam);
        records().accounts().add(kim);
        ProcessNote note = new ProcessNote(new PrivateText("a voice"));
        Mark sams = new Mark(Id.random(), now(), now(), new Moment.MemorySurfaced());
        Mark nobodys = new Mark(Id.random(), now(), now(), new Moment.MemorySurfaced());
        records()
                .sessions()
                .append(
                        session.client(),
                        session.id(),
                        sams,
                        Optional.of(new AuthoredNote(note, Optional.of(sam.id()))));
        records()
                .sessions()
                .append(session.client(), session.id(), nobodys, Optional.of(new AuthoredNote(note, Optional.empty())));
        reopen();

        ProcessNotes notes = records().processNotes();
        assertThat(notes.authors(session.client(), session.id()))
                .isEqualTo(Map.of(sams.id(), Optional.of(sam.id()), nobodys.id(), Optional.empty()));
        assertThat(notes.list(session.client(), session.id(), sam.id())).containsOnlyKeys(sams.id(), nobodys.id());
        assertThat(notes.list(session.client(), session.id(), kim.id())).isEqualTo(Map.of(nobodys.id(), note));
    }

    @Test
    default void session_thatEnded_isOpenNoMore_andStaysInTheList() {
        Client client = addClient("Ann");
        OpenSession open = (OpenSession) startSession(client);
        assertThat(records().sessions().findOpen(client.id())).contains(open);
        end(open);
        assertThat(records().sessions().findOpen(client.id())).isEmpty();
        clock().pass(Duration.ofMinutes(1));
        Session next = startSession(client);
        assertThat(records().sessions().list(client.id()))
                .extracting(Session::id)
                .containsExactly(open.id(), next.id());
    }

    /** The act asks before; should two come at once, the record itself keeps no second one. */
    @Test
    default void session_besideAnOpenOneOrOnAUsedCheck_isNotKept() {
        Client client = addClient("Ann");
        SafetyCheck check = addCheck(client);
        Session open = Practice.start(records(), check, now());
        assertThatThrownBy(() -> startSession(client)).isInstanceOf(RuntimeException.class);
        end(open);
        assertThatThrownBy(() -> Practice.start(records(), check, now())).isInstanceOf(RuntimeException.class);
        assertThat(records().sessions().list(client.id()))
                .extracting(Session::id)
                .containsExactly(open.id());
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
        records()
                .sessions()
                .append(client.id(), started.id(), second, Optional.of(new AuthoredNote(note, Optional.empty())));

        assertThat(records().sessions().isUsed(check.id())).isTrue();
        assertThat(records().sessions().findClient(started.id())).contains(client.id());
        assertThat(records().sessions().head(client.id(), started.id())).isEqualTo(started);
        assertThat(records().sessions().heads(client.id())).containsExactly(started);
        assertThat(kept(started).marks()).containsExactly(first, second);
        assertThat(records().sessions().getMark(client.id(), started.id(), second.id()))
                .isEqualTo(second);
        assertThat(records().processNotes().listAll(client.id(), started.id())).isEqualTo(Map.of(second.id(), note));
        assertThatThrownBy(() -> records().sessions().append(client.id(), started.id(), first, Optional.empty()))
                .isInstanceOf(AlreadyThere.class);
        assertThatThrownBy(() -> records().sessions().head(other.id(), started.id()))
                .isInstanceOf(NoSuchRecord.class);
        assertThatThrownBy(() -> records().sessions().findMark(other.id(), started.id(), first.id()))
                .isInstanceOf(NoSuchRecord.class);
        assertThat(records().sessions().find(other.id(), started.id())).isEmpty();
        assertThatThrownBy(() -> records().processNotes().authors(other.id(), started.id()))
                .isInstanceOf(NoSuchRecord.class);
        assertThatThrownBy(() -> records().processNotes().listAll(other.id(), started.id()))
                .isInstanceOf(NoSuchRecord.class);

        EndedSession ended = started.end(now().plusSeconds(60));
        records().sessions().keep(ended);
        assertThat(records().sessions().head(client.id(), started.id())).isEqualTo(ended);
        assertThat(kept(started).marks()).containsExactly(first, second);
        assertThat(records().sessions().findOpen(client.id())).isEmpty();
    }

    /** A tap asks whether the session is stopped, and reads no more than tells it. */
    @Test
    default void turns_areTheMarksThatSayWhetherItIsStopped() {
        Client client = addClient("Ann");
        Session session = startSession(client);
        mark(session, new Moment.Settled());
        Mark stop = mark(session, new Moment.StopSignal());
        Mark goesOn = mark(session, new Moment.Resumed());
        Mark still = mark(session, new Moment.Stillpoint());

        assertThat(records()
                        .sessions()
                        .turns(client.id(), session.id(), Id.random())
                        .marks())
                .containsExactly(stop, goesOn);
        assertThat(records()
                        .sessions()
                        .turns(client.id(), session.id(), still.id())
                        .marks())
                .containsExactly(stop, goesOn, still);
        assertThat(kept(session).marks()).hasSize(4);
    }
}
