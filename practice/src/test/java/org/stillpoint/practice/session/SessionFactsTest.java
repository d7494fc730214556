package org.stillpoint.practice.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stillpoint.practice.PeopleInMemory.by;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.practice.PeopleInMemory;
import org.stillpoint.practice.session.SessionFacts.FeltCourse;
import org.stillpoint.practice.session.SessionFacts.WorkedSite;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.GroundingMarks;
import org.stillpoint.record.examination.Examination;
import org.stillpoint.record.examination.Finding;
import org.stillpoint.record.examination.Grade;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.ReleaseSign;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Site;
import org.stillpoint.record.session.Tap;

/** What a session was, gathered by what it is, and what stands before and after it. */
class SessionFactsTest {
    private static final Site NECK = new Site.RegionSite(new RegionCode("X105"));
    private static final Site BACK = new Site.RegionSite(new RegionCode("X201"));
    private static final MuscleId TRAPEZIUS = new MuscleId("trapezius_left");

    private final PeopleInMemory people = new PeopleInMemory();
    private final Account sam = people.account("sam", Role.THERAPIST);
    private final Id<Client> ann = people.add(sam, "Ann Example", OptionalInt.empty());
    private final StartSession start = new StartSession(people.work(), people.clock());
    private final MarkMoment mark = new MarkMoment(people.work(), people.clock());
    private final EndSession end = new EndSession(people.work(), people.clock());
    private final SessionReading reading = new SessionReading(people.work(), people.clock());

    private Id<Session> started() {
        Id<Session> session = Id.random();
        start.by(by(sam), StartSession.Command.clear(session, ann, Id.random()));
        return session;
    }

    private void mark(Id<Session> session, Instant at, Moment moment) {
        mark.by(by(sam), ann, new MarkMoment.Command(session, Tap.of(Id.random(), at, moment)));
    }

    private void marks(Id<Session> session, Moment... moments) {
        for (Moment moment : moments) {
            people.clock().pass(Duration.ofMinutes(1));
            mark(session, people.clock().instant(), moment);
        }
    }

    private Id<Session> held() {
        Id<Session> session = started();
        people.clock().pass(Duration.ofMinutes(25));
        end.by(by(sam), new EndSession.Command(ann, session));
        return session;
    }

    private CheckIn checkIn(int pain) {
        CheckIn given = CheckIn.given(
                ann,
                Answers.of(Score0To10.of(pain), Score0To10.NONE, Score0To10.NONE, Score0To10.NONE),
                people.clock().instant());
        people.records().checkIns().add(given);
        return given;
    }

    private AroundSession around(Id<Session> session) {
        return reading.by(by(sam), session).around().orElseThrow();
    }

    @Test
    void marks_standWithThePlaceWhereHandsWere_inTheOrderOfTheTaps() {
        Id<Session> session = started();
        Moment warmth = new Moment.SignOfRelease(ReleaseSign.WARMTH);
        Moment tears = new Moment.SignOfRelease(ReleaseSign.TEARS);
        Instant began = people.clock().instant();
        marks(
                session,
                new Moment.Settled(),
                new Moment.Stillpoint(),
                new Moment.SiteEngaged(NECK, PrivateText.NONE),
                new Moment.Distress(Score0To10.of(6)),
                new Moment.SiteEngaged(BACK, PrivateText.NONE),
                tears,
                new Moment.Release(NECK, 0.25),
                new Moment.StopSignal(),
                new Moment.Grounded(Score0To10.of(2)));
        mark(session, began.plusSeconds(200), warmth); // arrived late

        SessionFacts facts = SessionFacts.of(people.records().sessions().get(ann, session));
        assertThat(facts.sites()).extracting(WorkedSite::site).containsExactly(NECK, BACK);
        assertThat(facts.sites().getFirst().marks())
                .extracting(Mark::moment)
                .containsExactly(
                        new Moment.SiteEngaged(NECK, PrivateText.NONE), warmth, new Moment.Release(NECK, 0.25));
        assertThat(facts.sites().getFirst().released()).isEqualTo(OptionalDouble.of(0.25));
        assertThat(facts.sites().getLast().marks()).extracting(Mark::moment).endsWith(tears);
        assertThat(facts.sites().getLast().released()).isEmpty();
        assertThat(facts.elsewhere())
                .extracting(Mark::moment)
                .containsExactly(
                        new Moment.Settled(),
                        new Moment.Stillpoint(),
                        new Moment.StopSignal(),
                        new Moment.Grounded(Score0To10.of(2)));
        assertThat(facts.stopped()).isTrue();
        assertThat(facts.distress()).contains(new FeltCourse(Score0To10.of(6), Score0To10.of(2)));
        assertThat(facts.awareness()).isEmpty();
    }

    /** What a second device asks every other second. */
    @Test
    void turn_isTheStopThatHolds_forWhoeverSeesTheClient_andStandsInNoAccount() {
        Id<Session> session = started();
        marks(session, new Moment.Settled());
        int accounted = people.records().audit().latest(100).size();
        assertThat(reading.turn(by(sam), session, Optional.empty()).stop()).isEmpty();
        assertThat(people.records().audit().latest(100)).hasSize(accounted);

        marks(session, new Moment.StopSignal());
        assertThat(reading.turn(by(sam), session, Optional.empty()).stop()).isPresent();
        assertThat(reading.turn(by(sam), session, Optional.empty()).grounding().next())
                .isZero();
        marks(session, new Moment.StepTaken(1, PrivateText.NONE), new Moment.StepTaken(2, PrivateText.NONE));
        assertThat(reading.turn(by(sam), session, Optional.empty()).grounding().next())
                .isEqualTo(2); // another device goes on from here
        marks(session, GroundingMarks.all(0).toArray(Moment[]::new));
        assertThat(reading.turn(by(sam), session, Optional.empty()).grounding().isDone())
                .isTrue();
        end.by(by(sam), new EndSession.Command(ann, session));
        assertThat(reading.turn(by(sam), session, Optional.empty()).session()).isInstanceOf(EndedSession.class);

        Account kim = people.account("kim", Role.THERAPIST);
        assertThatThrownBy(() -> reading.turn(by(kim), session, Optional.empty()))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> reading.turn(by(sam), Id.random(), Optional.empty()))
                .isInstanceOf(NoSuchRecord.class);
    }

    @Test
    void around_isWhatStoodBefore_andWhatComesAfter() {
        Id<Session> first = held();
        assertThat(around(first))
                .isEqualTo(new AroundSession(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));

        Examination early = Examination.begun(ann, people.clock().instant().minusSeconds(600));
        people.records().examinations().add(early.with(TRAPEZIUS, Finding.NONE.withRestriction(new Grade(3))));
        people.clock().pass(Duration.ofDays(3));
        CheckIn before = checkIn(5);
        BodyMap map = BodyMap.drawn(
                ann,
                Map.of(new RegionCode("X105"), Score0To10.of(4)),
                people.clock().instant());
        people.records().bodyMaps().add(map);
        people.clock().pass(Duration.ofDays(4));
        Examination felt = Examination.begun(ann, people.clock().instant())
                .with(TRAPEZIUS, Finding.NONE.withRestriction(new Grade(2)));
        people.records().examinations().add(felt);
        people.clock().pass(Duration.ofMinutes(1));
        Id<Session> second = held();
        Instant inAFortnight =
                Instant.ofEpochSecond(people.clock().instant().getEpochSecond()).plus(Duration.ofDays(14));
        Appointment booked = Appointment.booked(Id.random(), ann, inAFortnight, Appointment.USUAL);
        people.records().appointments().add(booked);

        assertThat(around(second).said()).contains(before);
        assertThat(around(second).map()).contains(map);
        assertThat(around(second).felt()).contains(felt);
        assertThat(around(second).heard()).isEmpty();
        assertThat(around(second).next()).contains(booked);
        assertThat(around(first).heard()).contains(before);

        people.clock().pass(Duration.ofDays(2));
        CheckIn after = checkIn(3);
        people.clock().pass(Duration.ofDays(1));
        checkIn(2);
        assertThat(around(second).heard()).contains(after);
        people.clock().pass(Duration.ofDays(20));
        assertThat(around(second).next()).isEmpty();
        assertThat(reading.by(by(sam), started()).around()).isEmpty();
    }
}
