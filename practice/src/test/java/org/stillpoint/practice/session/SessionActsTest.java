package org.stillpoint.practice.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stillpoint.practice.Answer;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.ConsentOnRecord;
import org.stillpoint.record.contract.GroundingMarks;
import org.stillpoint.record.contract.Practice;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.safety.ConditionId;
import org.stillpoint.record.safety.SafetyAnswer;
import org.stillpoint.record.session.AfterStop;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.ProcessNote;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.SignToStop;
import org.stillpoint.record.session.Tap;
import org.stillpoint.record.setting.GroundingSteps;
import org.stillpoint.record.slip.EntryContent;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Actor.ProgramPart;
import org.stillpoint.record.work.Audit;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.Rights;
import org.stillpoint.record.work.UnitOfWork;

class SessionActsTest implements Practice {
    private static final Actor SOMEBODY = Actor.program(ProgramPart.DEMO);

    private final TestClock clock = new TestClock();
    private final RecordsInMemory records = new RecordsInMemory(clock);
    private final UnitOfWork work = records.unitOfWork((actor, act, client) -> true);
    private final StartSession start = new StartSession(work, clock);
    private final MarkMoment mark = new MarkMoment(work, clock);
    private final EndSession end = new EndSession(work, clock);

    private static StartSession.Command clear(Client client) {
        return StartSession.Command.clear(Id.random(), client.id(), Id.random());
    }

    private Id<Session> started(Client client) {
        ConsentOnRecord.add(records, client.id(), clock.instant());
        StartSession.Command wanted = clear(client);
        assertThat(start.by(SOMEBODY, wanted)).isInstanceOf(Answer.Done.class);
        return wanted.id();
    }

    private void assertNo(Rule rule, Answer<?> answer) {
        assertThat(answer).isEqualTo(new Answer.No<>(rule));
    }

    @Test
    void start_onAClearCheck_keepsBothAndLocksWhatWasTold_once() {
        Client ann = addClient("Ann");
        TraumaEvent told = addTold(ann, Practice.carAccident("fear"));
        ConsentOnRecord.add(records, ann.id(), clock.instant());
        StartSession.Command wanted = clear(ann);

        assertThat(start.by(SOMEBODY, wanted)).isInstanceOf(Answer.Done.class);
        assertThat(records.history().get(ann.id(), told.id()).lockedBy()).contains(wanted.id());
        assertThat(start.by(SOMEBODY, wanted)).isInstanceOf(Answer.Again.class);
        assertNo(Rule.SESSION_IS_OPEN, start.by(SOMEBODY, clear(ann)));
        assertThat(records.sessions().heads(ann.id())).hasSize(1);
        assertThat(records.safetyChecks().list(ann.id())).hasSize(1);
    }

    @Test
    void start_onAUsedOrStoppingCheck_isRefusedAndLeavesNothing() {
        Client ann = addClient("Ann");
        ConsentOnRecord.add(records, ann.id(), clock.instant());
        StartSession.Command first = clear(ann);
        start.by(SOMEBODY, first);
        end.by(SOMEBODY, new EndSession.Command(ann.id(), first.id()));
        StartSession.Command used = StartSession.Command.clear(Id.random(), ann.id(), first.check());
        assertNo(Rule.SAFETY_CHECK_IS_USED, start.by(SOMEBODY, used));

        StartSession.Command stops = new StartSession.Command(
                Id.random(), ann.id(), Id.random(), Optional.of(SafetyAnswer.found(new ConditionId("aneurysm"))));
        assertNo(Rule.STOP_HOLDS, start.by(SOMEBODY, stops));
        assertThat(records.safetyChecks().find(ann.id(), stops.check())).isEmpty();
        assertThat(records.sessions().heads(ann.id())).hasSize(1);
    }

    @Test
    void mark_isHeldWithinTheSession_andKeptOnce() {
        Client ann = addClient("Ann");
        Id<Session> session = started(ann);
        Instant early = now().minusSeconds(60);
        ProcessNote note = new ProcessNote(new PrivateText("a voice"));
        Tap tap = Tap.memory(Id.random(), early, note);
        MarkMoment.Command wanted = new MarkMoment.Command(session, tap);

        assertThat(mark.by(SOMEBODY, ann.id(), wanted))
                .isEqualTo(new Answer.Done<>(new Mark(tap.id(), now(), now(), tap.moment())));
        assertThat(mark.by(SOMEBODY, ann.id(), wanted)).isInstanceOf(Answer.Again.class);
        MarkMoment.Command other = new MarkMoment.Command(session, Tap.of(tap.id(), now(), new Moment.StopSignal()));
        assertThat(mark.by(SOMEBODY, ann.id(), other)).isInstanceOf(Answer.Other.class);
        assertThat(records.sessions().get(ann.id(), session).marks()).hasSize(1);
        assertThat(records.processNotes().listAll(ann.id(), session)).isEqualTo(Map.of(tap.id(), note));
    }

    @Test
    void undo_takesBackWhatStands_withinTenSecondsOfTheTap() {
        Client ann = addClient("Ann");
        Id<Session> session = started(ann);
        Tap slip = Tap.of(Id.random(), now(), new Moment.Stillpoint());
        mark.by(SOMEBODY, ann.id(), new MarkMoment.Command(session, slip));
        clock.pass(Duration.ofSeconds(11));
        Tap late = Tap.of(Id.random(), now(), new Moment.Undone(slip.id()));
        assertNo(Rule.TOO_LATE_TO_UNDO, mark.by(SOMEBODY, ann.id(), new MarkMoment.Command(session, late)));
        Tap second = Tap.of(Id.random(), now(), new Moment.Settled());
        mark.by(SOMEBODY, ann.id(), new MarkMoment.Command(session, second));
        Tap undo = Tap.of(Id.random(), now(), new Moment.Undone(second.id()));
        assertThat(mark.by(SOMEBODY, ann.id(), new MarkMoment.Command(session, undo)))
                .isInstanceOf(Answer.Done.class);

        assertThat(records.sessions().get(ann.id(), session).standingMarks())
                .extracting(Mark::id)
                .containsExactly(slip.id());
    }

    @Test
    void mark_afterTheEnd_isRefusedUnlessItWasTappedBefore() {
        Client ann = addClient("Ann");
        Id<Session> session = started(ann);
        Instant inTime = now();
        clock.pass(Duration.ofMinutes(1));
        end.by(SOMEBODY, new EndSession.Command(ann.id(), session));
        clock.pass(Duration.ofSeconds(1));

        Tap after = Tap.of(Id.random(), now(), new Moment.Settled());
        assertNo(Rule.SESSION_HAS_ENDED, mark.by(SOMEBODY, ann.id(), new MarkMoment.Command(session, after)));
        Tap late = Tap.of(Id.random(), inTime, new Moment.StopSignal());
        assertThat(mark.by(SOMEBODY, ann.id(), new MarkMoment.Command(session, late)))
                .isInstanceOf(Answer.Done.class);
        assertThat(records.sessions().get(ann.id(), session).marks())
                .extracting(Mark::id)
                .containsExactly(late.id());
        assertThatThrownBy(() -> mark.by(SOMEBODY, ann.id(), new MarkMoment.Command(Id.random(), after)))
                .isInstanceOf(NoSuchRecord.class);
    }

    private Answer<Mark> tapped(Client client, Id<Session> session, Moment moment) {
        clock.pass(Duration.ofSeconds(1));
        return mark.by(SOMEBODY, client.id(), new MarkMoment.Command(session, Tap.of(Id.random(), now(), moment)));
    }

    private static Id<Mark> kept(Answer<Mark> answer) {
        return ((Answer.Done<Mark>) answer).kept().id();
    }

    @Test
    void mark_whileTheSessionIsStopped_isRefusedByEveryRoute_untilItGoesOn() {
        Client ann = addClient("Ann");
        Id<Session> session = started(ann);
        Id<Mark> settled = kept(tapped(ann, session, new Moment.Settled()));
        Instant before = now().plusMillis(500);
        Id<Mark> stop = kept(tapped(ann, session, new Moment.StopSignal()));

        for (Moment moment : List.of(
                new Moment.Settled(),
                new Moment.Paused(),
                new Moment.Distress(Score0To10.of(2)),
                new Moment.MemorySurfaced(),
                new Moment.Undone(settled))) {
            assertNo(Rule.SESSION_IS_STOPPED, tapped(ann, session, moment));
        }
        Version seen = records.sessions().get(ann.id(), session).versionOf(stop);
        AmendMark.Command struckOut =
                new AmendMark.Command(Id.random(), session, stop, seen, Optional.empty(), new PrivateText("to go on"));
        assertThat(new AmendMark(work, clock).by(SOMEBODY, ann.id(), struckOut))
                .isEqualTo(new Answer.No<>(Rule.SESSION_IS_STOPPED));

        Tap waited = Tap.of(Id.random(), before, new Moment.Stillpoint());
        Answer<Mark> late = mark.by(SOMEBODY, ann.id(), new MarkMoment.Command(session, waited));
        assertThat(late)
                .isInstanceOfSatisfying(
                        Answer.Done.class,
                        done -> assertThat(((Mark) done.kept()).tappedAt()).isEqualTo(before));

        Id<Mark> resumed = kept(tapped(ann, session, new Moment.Resumed()));
        assertThat(tapped(ann, session, new Moment.Undone(resumed))).isInstanceOf(Answer.Done.class);
        assertNo(Rule.SESSION_IS_STOPPED, tapped(ann, session, new Moment.Settled()));
        tapped(ann, session, new Moment.Resumed());
        assertThat(tapped(ann, session, new Moment.Settled())).isInstanceOf(Answer.Done.class);
    }

    @Test
    void stop_thatWasASlip_isUndoneWithinTenSeconds_andTheSessionGoesOn() {
        Client ann = addClient("Ann");
        Id<Session> session = started(ann);
        Id<Mark> stop = kept(tapped(ann, session, new Moment.StopSignal()));
        tapped(ann, session, new Moment.Undone(stop));
        assertThat(tapped(ann, session, new Moment.Settled())).isInstanceOf(Answer.Done.class);
    }

    @Test
    void end_afterAStop_needsEachStepEachAnswerAndDistress_sinceTheLastStop() {
        Client ann = addClient("Ann");
        Id<Session> session = started(ann);
        EndSession.Command wanted = new EndSession.Command(ann.id(), session);
        tapped(ann, session, new Moment.StopSignal());
        for (Moment moment : GroundingMarks.all(2)) {
            assertNo(Rule.NOT_GROUNDED, end.by(SOMEBODY, wanted));
            assertThat(tapped(ann, session, moment)).isInstanceOf(Answer.Done.class);
        }
        tapped(ann, session, new Moment.Resumed());
        tapped(ann, session, new Moment.StopSignal());
        assertNo(Rule.NOT_GROUNDED, end.by(SOMEBODY, wanted));
        assertThat(records.sessions().findOpen(ann.id())).isPresent();

        GroundingMarks.all(1).forEach(moment -> tapped(ann, session, moment));
        assertThat(end.by(SOMEBODY, wanted)).isInstanceOf(Answer.Done.class);
    }

    @Test
    void end_afterAStopFromWhichTheSessionWentOn_needsTheClientGroundedTheSame() {
        Client ann = addClient("Ann");
        Id<Session> session = started(ann);
        EndSession.Command wanted = new EndSession.Command(ann.id(), session);
        tapped(ann, session, new Moment.StopSignal());
        tapped(ann, session, new Moment.Resumed());
        tapped(ann, session, new Moment.Settled());
        assertNo(Rule.NOT_GROUNDED, end.by(SOMEBODY, wanted));

        GroundingMarks.all(1).forEach(moment -> tapped(ann, session, moment));
        assertThat(end.by(SOMEBODY, wanted)).isInstanceOf(Answer.Done.class);
    }

    @Test
    void end_whileTheClientIsNotSafeToTravel_waitsForAYes_butNotForSomebodyToCall() {
        Client ann = addClient("Ann");
        Id<Session> session = started(ann);
        EndSession.Command wanted = new EndSession.Command(ann.id(), session);
        tapped(ann, session, new Moment.StopSignal());
        GroundingMarks.all(3).forEach(moment -> tapped(ann, session, moment));
        tapped(ann, session, new Moment.AskedAfterStop(AfterStop.SOMEONE_TO_CALL, false));
        tapped(ann, session, new Moment.AskedAfterStop(AfterStop.SAFE_TO_TRAVEL, false));
        assertNo(Rule.NOT_GROUNDED, end.by(SOMEBODY, wanted));

        tapped(ann, session, new Moment.AskedAfterStop(AfterStop.SAFE_TO_TRAVEL, true));
        assertThat(end.by(SOMEBODY, wanted)).isInstanceOf(Answer.Done.class);
    }

    @Test
    void end_afterAStop_onceHelpIsCalled_needsNothingElse() {
        Client ann = addClient("Ann");
        Id<Session> session = started(ann);
        tapped(ann, session, new Moment.HelpCalled());
        tapped(ann, session, new Moment.StopSignal());
        EndSession.Command wanted = new EndSession.Command(ann.id(), session);
        assertNo(Rule.NOT_GROUNDED, end.by(SOMEBODY, wanted)); // help was called before, not since
        tapped(ann, session, new Moment.HelpCalled());
        assertThat(end.by(SOMEBODY, wanted)).isInstanceOf(Answer.Done.class);
    }

    @Test
    void end_afterAStop_goesByThePracticesOwnSteps() {
        records.settings().replace(new GroundingSteps(List.of("Hands off.", "Eyes open."), Version.FIRST));
        Client ann = addClient("Ann");
        Id<Session> session = started(ann);
        tapped(ann, session, new Moment.StopSignal());
        GroundingMarks.all(1).stream()
                .filter(moment -> !(moment instanceof Moment.StepTaken(int number, var sentence)) || number <= 2)
                .forEach(moment -> tapped(ann, session, moment));
        assertThat(end.by(SOMEBODY, new EndSession.Command(ann.id(), session))).isInstanceOf(Answer.Done.class);
    }

    @Test
    void signsToStopFor_areMarkedBeforeAStopAndAfterIt() {
        Client ann = addClient("Ann");
        Id<Session> session = started(ann);
        Moment sign = new Moment.SignNoticed(SignToStop.GAZE_LOST);
        assertThat(tapped(ann, session, sign)).isInstanceOf(Answer.Done.class);
        tapped(ann, session, new Moment.StopSignal());
        assertThat(tapped(ann, session, sign)).isInstanceOf(Answer.Done.class);
    }

    @Test
    void session_thatWasEndedTooEarly_goesOn_whileItsSafetyCheckIsGood_andNoOtherIsOpen() {
        Client ann = addClient("Ann");
        Id<Session> session = started(ann);
        tapped(ann, session, new Moment.Settled());
        GoOnWithSession goOn = new GoOnWithSession(work, clock);
        GoOnWithSession.Command wanted = new GoOnWithSession.Command(ann.id(), session);
        assertThat(goOn.by(SOMEBODY, wanted)).isInstanceOf(Answer.Again.class);
        end.by(SOMEBODY, new EndSession.Command(ann.id(), session));
        assertThat(goOn.by(SOMEBODY, wanted)).isInstanceOf(Answer.Done.class);
        assertThat(tapped(ann, session, new Moment.Stillpoint())).isInstanceOf(Answer.Done.class);
        assertThat(records.sessions().get(ann.id(), session).marks()).hasSize(2);

        end.by(SOMEBODY, new EndSession.Command(ann.id(), session));
        Id<Session> second = started(ann);
        assertNo(Rule.SESSION_IS_OPEN, goOn.by(SOMEBODY, wanted));
        end.by(SOMEBODY, new EndSession.Command(ann.id(), second));
        clock.pass(Duration.ofHours(13));
        assertNo(Rule.SAFETY_CHECK_IS_OLD, goOn.by(SOMEBODY, wanted));
    }

    @Test
    void session_withoutAMark_isVoidedWithAReason_countsNowhere_andItsHistoryIsKept() {
        Client ann = addClient("Ann");
        TraumaEvent told = addTold(ann, Practice.carAccident("fear"));
        Id<Session> stray = started(ann);
        end.by(SOMEBODY, new EndSession.Command(ann.id(), stray));
        clock.pass(Duration.ofMinutes(1));
        Id<Session> held = started(ann);
        tapped(ann, held, new Moment.Settled());
        VoidSession act = new VoidSession(work, clock);
        PrivateText reason = new PrivateText("a stray finger");
        VoidSession.Command wanted = new VoidSession.Command(Id.random(), ann.id(), stray, reason);

        assertThatThrownBy(
                        () -> act.by(SOMEBODY, new VoidSession.Command(Id.random(), ann.id(), stray, PrivateText.NONE)))
                .isInstanceOf(BadValue.class);
        assertThat(records.sessions().heads(ann.id())).hasSize(2);
        assertThat(act.by(SOMEBODY, new VoidSession.Command(Id.random(), ann.id(), held, reason)))
                .isEqualTo(new Answer.No<>(Rule.SESSION_HAS_MARKS));
        assertThat(act.by(SOMEBODY, wanted)).isInstanceOf(Answer.Done.class);
        assertThat(act.by(SOMEBODY, wanted)).isInstanceOf(Answer.Again.class);

        assertThat(records.sessions().list(ann.id())).extracting(Session::id).containsExactly(held);
        assertThat(records.history().get(ann.id(), told.id()).lockedBy()).contains(held);
        assertThat(records.corrections().list(ann.id())).singleElement().satisfies(kept -> {
            assertThat(kept.isStruckOut()).isTrue();
            assertThat(kept.reason()).isEqualTo(reason);
            assertThat(kept.before()).isInstanceOf(EntryContent.SessionEntry.class);
        });
    }

    @Test
    void end_thatComesLate_isWhenItWasAskedFor_neverBeforeTheStart_norInTheFuture() {
        Client ann = addClient("Ann");
        for (long seconds : List.of(600L, -60L, 5_000L)) {
            Id<Session> session = started(ann);
            Instant began = now();
            clock.pass(Duration.ofMinutes(30));
            end.by(SOMEBODY, new EndSession.Command(ann.id(), session, Optional.of(began.plusSeconds(seconds))));
            assertThat(((EndedSession) records.sessions().get(ann.id(), session))
                            .length()
                            .toSeconds())
                    .isEqualTo(Math.clamp(seconds, 0, 1_800));
            clock.pass(Duration.ofMinutes(1));
        }
    }

    @Test
    void end_twice_keepsTheFirstEnd() {
        Client ann = addClient("Ann");
        Id<Session> session = started(ann);
        clock.pass(Duration.ofMinutes(25));
        EndSession.Command wanted = new EndSession.Command(ann.id(), session);
        Answer.Done<EndedSession> done = (Answer.Done<EndedSession>) end.by(SOMEBODY, wanted);
        clock.pass(Duration.ofMinutes(5));

        assertThat(done.kept().length()).isEqualTo(Duration.ofMinutes(25));
        assertThat(end.by(SOMEBODY, wanted)).isEqualTo(new Answer.Again<>(done.kept()));
        assertThat(records.sessions().get(ann.id(), session)).isEqualTo(done.kept());
        EndSession.Command another =
                new EndSession.Command(addClient("Someone else").id(), session);
        assertThatThrownBy(() -> end.by(SOMEBODY, another)).isInstanceOf(NoSuchRecord.class);
    }

    @Override
    public Records records() {
        return records;
    }

    @Override
    public UnitOfWork work(Rights rights) {
        return records.unitOfWork(rights);
    }

    @Override
    public Audit audit() {
        return records.audit();
    }

    @Override
    public TestClock clock() {
        return clock;
    }

    @Override
    public void reopen() {}
}
