package org.stillpoint.practice.today;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.checkin.FollowUpWorse;
import org.stillpoint.practice.checkin.GiveCheckIn;
import org.stillpoint.practice.consent.ConsentInTests;
import org.stillpoint.practice.outcome.SealForecast;
import org.stillpoint.practice.safety.SafetyStanding.SafetyNeed;
import org.stillpoint.practice.session.CheckSafety;
import org.stillpoint.practice.session.EndSession;
import org.stillpoint.practice.session.StartSession;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.ConsentOnRecord;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.safety.ConditionId;
import org.stillpoint.record.safety.SafetyAnswer;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Actor.ProgramPart;
import org.stillpoint.record.work.UnitOfWork;

/** What is known before a client comes in. */
class PrepareReadingTest {
    private static final Actor SOMEBODY = Actor.program(ProgramPart.DEMO);

    private final TestClock clock = new TestClock();
    private final RecordsInMemory records = new RecordsInMemory(clock);
    private final UnitOfWork work = records.unitOfWork((actor, act, client) -> true);
    private final PrepareReading reading = new PrepareReading(work, ConsentInTests.WORDING, clock);
    private final Client ann = Client.added(new PrivateText("Ann"), OptionalInt.empty(), clock.instant());

    PrepareReadingTest() {
        records.clients().add(ann);
        ConsentOnRecord.add(records, ann.id(), clock.instant());
        clock.pass(Duration.ofMinutes(1));
    }

    private PrepareReading.Preparation seen() {
        return reading.by(SOMEBODY, ann.id());
    }

    private Id<CheckIn> saysWorse(String words) {
        Id<CheckIn> id = Id.random();
        Score0To10 three = Score0To10.of(3);
        Answers answers = new Answers(
                three,
                three,
                three,
                three,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new PrivateText(words));
        new GiveCheckIn(work, clock).by(SOMEBODY, new GiveCheckIn.Command(id, ann.id(), answers));
        clock.pass(Duration.ofMinutes(1));
        return id;
    }

    private void followedUp(Id<CheckIn> matter) {
        new FollowUpWorse(work, clock)
                .by(
                        SOMEBODY,
                        new FollowUpWorse.Command(
                                Id.random(), ann.id(), Set.of(matter), new PrivateText("Rang at noon.")));
    }

    private void session() {
        Id<Session> id = Id.random();
        new StartSession(work, clock).by(SOMEBODY, StartSession.Command.clear(id, ann.id(), Id.random()));
        clock.pass(Duration.ofMinutes(30));
        new EndSession(work, clock).by(SOMEBODY, new EndSession.Command(ann.id(), id));
    }

    private SafetyCheck asked(SafetyAnswer answer) {
        clock.pass(Duration.ofMinutes(1));
        return ((Answer.Done<SafetyCheck>) new CheckSafety(work, clock)
                        .by(SOMEBODY, new CheckSafety.Command(Id.random(), ann.id(), answer)))
                .kept();
    }

    private void booked(Duration fromNow) {
        records.appointments()
                .add(Appointment.booked(
                        Id.random(),
                        ann.id(),
                        clock.instant().plus(fromNow).truncatedTo(ChronoUnit.SECONDS),
                        Appointment.USUAL));
    }

    @Test
    void firstTime_nothingIsKnown_andNothingIsMadeUp() {
        assertThat(seen().next()).isEmpty();
        assertThat(seen().sessions()).isZero();
        assertThat(seen().told()).isFalse();
        assertThat(seen().map()).isEmpty();
        assertThat(seen().latest()).isEmpty();
        assertThat(seen().said()).isEmpty();
        assertThat(seen().sealed()).isEmpty();
        assertThat(seen().safety().ready()).isEmpty();
        assertThat(seen().client().forecastToSeal()).isFalse();
    }

    @Test
    void next_isTheOneThatHasNotEnded() {
        booked(Duration.ofHours(-3));
        booked(Duration.ofDays(3));
        booked(Duration.ofMinutes(-10));

        assertThat(seen().next().orElseThrow().start()).isBefore(clock.instant());
        clock.pass(Duration.ofHours(1));
        assertThat(seen().next().orElseThrow().start()).isAfter(clock.instant());
    }

    @Test
    void wordsSinceTheLastSession_areOpenUntilSomebodyWroteWhatWasDone_andThenStillToldUntilTheNext() {
        followedUp(saysWorse("long ago"));
        session();
        Id<CheckIn> sore = saysWorse("sore neck");
        assertThat(seen().client().open()).extracting(CheckIn::id).containsExactly(sore);
        assertThat(seen().said()).isEmpty();

        followedUp(sore);
        assertThat(seen().client().open()).isEmpty();
        assertThat(seen().said()).extracting(CheckIn::id).containsExactly(sore);
        session();
        assertThat(seen().said()).isEmpty();
        assertThat(seen().sessions()).isEqualTo(2);
    }

    @Test
    void safety_isReady_onTheLatestCheckThatFoundNothing_ofTheDay_asLongAsNoSessionRestsOnIt() {
        SafetyCheck clean = asked(SafetyAnswer.NOTHING);
        assertThat(seen().safety().ready()).contains(clean);
        clock.pass(SafetyCheck.GOOD_FOR);
        assertThat(seen().safety().ready()).isEmpty();
        assertThat(seen().safety().last()).contains(clean);

        SafetyCheck again = asked(SafetyAnswer.NOTHING);
        assertThat(new StartSession(work, clock)
                        .by(SOMEBODY, StartSession.Command.clear(Id.random(), ann.id(), again.id())))
                .isInstanceOf(Answer.Done.class);
        assertThat(seen().safety().ready()).isEmpty();
        assertThat(seen().client().standing().openSession()).isPresent();

        asked(SafetyAnswer.NOTHING);
        asked(SafetyAnswer.found(new ConditionId("fever")));
        assertThat(seen().safety().ready()).as("something was found since").isEmpty();
        assertThat(seen().safety().need()).isEqualTo(SafetyNeed.CLEARANCE);
        asked(SafetyAnswer.found(new ConditionId("acute-crisis")));
        assertThat(seen().safety().need()).isEqualTo(SafetyNeed.STOPPED);
        asked(SafetyAnswer.found(new ConditionId("psychosis")));
        assertThat(seen().safety().need()).isEqualTo(SafetyNeed.FLAG_TO_ANSWER);
    }

    @Test
    void forecast_isToSeal_orSealed() {
        saysWorse("");
        saysWorse("");
        assertThat(seen().client().forecastToSeal()).isTrue();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        assertThat(new SealForecast(work, clock)
                        .by(SOMEBODY, new SealForecast.Command(Id.random(), ann.id(), today, Score0To10.of(2), 0.5)))
                .isInstanceOf(Answer.Done.class);

        assertThat(seen().client().forecastToSeal()).isFalse();
        assertThat(seen().sealed().orElseThrow().guess().orElseThrow().pain()).isEqualTo(2);
    }
}
