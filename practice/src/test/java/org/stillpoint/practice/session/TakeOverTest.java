package org.stillpoint.practice.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.session.SessionReading.Holder;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.ConsentOnRecord;
import org.stillpoint.record.contract.Practice;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.safety.SafetyAnswer;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.SessionDevice;
import org.stillpoint.record.session.Tap;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Actor.ProgramPart;
import org.stillpoint.record.work.Audit;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.Rights;
import org.stillpoint.record.work.UnitOfWork;

/** One device holds a session; another watches it or takes it over; two never mark as one. */
class TakeOverTest implements Practice {
    private static final Actor SOMEBODY = Actor.program(ProgramPart.DEMO);
    private static final SessionDevice TABLET = SessionDevice.of("tablet");
    private static final SessionDevice PHONE = SessionDevice.of("phone");

    private final TestClock clock = new TestClock();
    private final RecordsInMemory records = new RecordsInMemory(clock);
    private final UnitOfWork work = records.unitOfWork((actor, act, client) -> true);
    private final StartSession start = new StartSession(work, clock);
    private final MarkMoment mark = new MarkMoment(work, clock);
    private final TakeOverSession takeOver = new TakeOverSession(work, clock);
    private final SessionReading reading = new SessionReading(work, clock);

    private Id<Session> started(Client client, Optional<SessionDevice> on) {
        ConsentOnRecord.add(records, client.id(), clock.instant());
        Id<Session> session = Id.random();
        start.by(
                SOMEBODY,
                new StartSession.Command(session, client.id(), Id.random(), Optional.of(SafetyAnswer.NOTHING), on));
        clock.pass(Duration.ofSeconds(1));
        return session;
    }

    private Answer<Mark> tapped(Client client, Id<Session> session, SessionDevice on, Moment moment, Instant at) {
        return mark.by(
                SOMEBODY,
                client.id(),
                new MarkMoment.Command(session, Tap.of(Id.random(), at, moment), Optional.of(on)));
    }

    private Answer<Mark> tapped(Client client, Id<Session> session, SessionDevice on, Moment moment) {
        clock.pass(Duration.ofSeconds(1));
        return tapped(client, session, on, moment, now());
    }

    private Answer<Session> takesOver(Client client, Id<Session> session, SessionDevice hand) {
        clock.pass(Duration.ofSeconds(1));
        return takeOver.by(SOMEBODY, new TakeOverSession.Command(client.id(), session, hand));
    }

    private static void assertAnother(Answer<?> answer) {
        assertThat(answer).isEqualTo(new Answer.No<>(Rule.ANOTHER_DEVICE_HOLDS));
    }

    @Test
    void device_thatStarted_holdsTheSession_andAnotherMarksNothing() {
        Client ann = addClient("Ann");
        Id<Session> session = started(ann, Optional.of(TABLET));

        assertAnother(tapped(ann, session, PHONE, new Moment.Settled()));
        assertThat(tapped(ann, session, TABLET, new Moment.Settled())).isInstanceOf(Answer.Done.class);
        Tap untold = Tap.of(Id.random(), now(), new Moment.Stillpoint());
        assertAnother(mark.by(SOMEBODY, ann.id(), new MarkMoment.Command(session, untold)));
        assertThat(records.sessions().get(ann.id(), session).standingMarks())
                .extracting(Mark::moment)
                .containsExactly(new Moment.Settled());
    }

    @Test
    void takeOver_takesInWhatWasTappedBeforeIt_wheneverItComes_andNothingAfterIt() {
        Client ann = addClient("Ann");
        Id<Session> session = started(ann, Optional.of(TABLET));
        Instant waited = now();
        assertThat(takesOver(ann, session, PHONE)).isInstanceOf(Answer.Done.class);
        assertThat(takesOver(ann, session, PHONE)).isInstanceOf(Answer.Again.class);

        assertThat(tapped(ann, session, TABLET, new Moment.Stillpoint(), waited))
                .isInstanceOf(Answer.Done.class);
        assertAnother(tapped(ann, session, TABLET, new Moment.Settled()));
        assertThat(tapped(ann, session, PHONE, new Moment.Settled())).isInstanceOf(Answer.Done.class);

        assertThat(takesOver(ann, session, TABLET)).isInstanceOf(Answer.Done.class);
        assertAnother(tapped(ann, session, PHONE, new Moment.Integrated()));
        assertThat(tapped(ann, session, TABLET, new Moment.Integrated())).isInstanceOf(Answer.Done.class);
    }

    @Test
    void session_thatNobodyHolds_isHeldByTheFirstWhoMarks() {
        Client ann = addClient("Ann");
        Id<Session> session = started(ann, Optional.empty());
        assertThat(reading.turn(SOMEBODY, session, Optional.of(PHONE)).holds()).isEqualTo(Holder.NOBODY);
        tapped(ann, session, PHONE, new Moment.Settled());

        assertThat(reading.turn(SOMEBODY, session, Optional.of(PHONE)).holds()).isEqualTo(Holder.THIS_DEVICE);
        assertThat(reading.turn(SOMEBODY, session, Optional.of(TABLET)).holds()).isEqualTo(Holder.ANOTHER_DEVICE);
        assertAnother(tapped(ann, session, TABLET, new Moment.Settled()));
    }

    @Test
    void stop_isTakenFromAnyDevice() {
        Client ann = addClient("Ann");
        Id<Session> session = started(ann, Optional.of(TABLET));
        assertThat(tapped(ann, session, PHONE, new Moment.StopSignal())).isInstanceOf(Answer.Done.class);
        assertThat(reading.turn(SOMEBODY, session, Optional.of(TABLET)).stop()).isPresent();
        assertAnother(tapped(ann, session, PHONE, new Moment.Resumed()));
    }

    @Test
    void watching_isGivenTheMarks_andWhoHoldsItOnlyWhatTurnsTheSession() {
        Client ann = addClient("Ann");
        Id<Session> session = started(ann, Optional.of(TABLET));
        tapped(ann, session, TABLET, new Moment.Settled());

        assertThat(reading.turn(SOMEBODY, session, Optional.of(PHONE)).session().standingMarks())
                .hasSize(1);
        assertThat(reading.turn(SOMEBODY, session, Optional.of(TABLET))
                        .session()
                        .standingMarks())
                .isEmpty();
    }

    @Test
    void session_thatWasHeldAndNeverMarked_isVoided() {
        Client ann = addClient("Ann");
        Id<Session> session = started(ann, Optional.of(TABLET));
        takesOver(ann, session, PHONE);
        new EndSession(work, clock).by(SOMEBODY, new EndSession.Command(ann.id(), session));
        assertThat(takesOver(ann, session, TABLET)).isEqualTo(new Answer.No<>(Rule.SESSION_HAS_ENDED));

        var wanted = new VoidSession.Command(Id.random(), ann.id(), session, new PrivateText("a stray finger"));
        assertThat(new VoidSession(work, clock).by(SOMEBODY, wanted)).isInstanceOf(Answer.Done.class);
        assertThat(records.sessions().list(ann.id())).isEmpty();
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
