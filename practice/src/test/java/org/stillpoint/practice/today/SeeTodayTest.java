package org.stillpoint.practice.today;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.stillpoint.practice.outcome.DrawLot;
import org.stillpoint.practice.outcome.Lot;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.appointment.Attendance;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.ledger.Draft;
import org.stillpoint.record.ledger.EntryKind;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.session.OpenSession;
import org.stillpoint.record.today.Today.Counts;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Actor.ProgramPart;

class SeeTodayTest {
    private static final Actor SOMEBODY = Actor.program(ProgramPart.DEMO);

    private final TestClock clock = new TestClock();
    private final RecordsInMemory records = new RecordsInMemory(clock);
    private final SeeToday today = new SeeToday(records.unitOfWork((actor, act, client) -> true), clock);

    private Client add(String name) {
        clock.pass(Duration.ofMinutes(1));
        Client client = Client.added(new PrivateText(name), OptionalInt.empty(), clock.instant());
        records.clients().add(client);
        return client;
    }

    private void checkIn(Client client, String worse) {
        clock.pass(Duration.ofMinutes(1));
        Score0To10 one = Score0To10.of(1);
        Answers answers = new Answers(
                one, one, one, one, Optional.empty(), Optional.empty(), Optional.empty(), new PrivateText(worse));
        records.checkIns().add(CheckIn.given(client.id(), answers, clock.instant()));
    }

    private void open(Client client) {
        SafetyCheck check = SafetyCheck.clear(client.id(), clock.instant());
        records.safetyChecks().add(check);
        records.sessions().add(OpenSession.start(Id.random(), client.id(), check, clock.instant()));
    }

    private static List<String> names(List<SeeToday.ClientToday> rows) {
        return rows.stream().map(row -> row.standing().client().name().value()).toList();
    }

    @Test
    void today_showsEachClientOnce_whereItMattersMost() {
        Client ann = add("Ann");
        Client bea = add("Bea");
        add("Cara");
        checkIn(ann, "numb");
        checkIn(bea, "dizzy");
        open(ann);
        open(add("Dan"));

        SeeToday.TodayView seen = today.by(SOMEBODY);

        assertThat(seen.counts()).isEqualTo(new Counts(4, 2, 2));
        assertThat(names(seen.worse())).containsExactlyInAnyOrder("Ann", "Bea");
        assertThat(names(seen.open())).containsExactly("Dan");
        assertThat(names(seen.recent())).containsExactly("Cara");
    }

    @Test
    void keeping_withoutABackup_isOldOnceThereIsSomethingToLose() {
        assertThat(today.by(SOMEBODY).keeping().old()).isFalse();
        add("Ann");
        assertThat(today.by(SOMEBODY).keeping().old()).isTrue();
        assertThat(today.by(SOMEBODY).keeping().unreadable()).isEmpty();
    }

    @Test
    void forecast_isToSeal_onceThereIsACourseAndNoneWaits() {
        Client ann = add("Ann");
        checkIn(ann, "");
        assertThat(today.by(SOMEBODY).recent().getFirst().forecastToSeal()).isFalse();
        checkIn(ann, "");
        assertThat(today.by(SOMEBODY).recent().getFirst().forecastToSeal()).isTrue();

        records.ledger()
                .seal(Draft.ahead(
                        EntryKind.CLAIM, ann.id(), clock.instant().plus(Duration.ofDays(1)), PrivateText.NONE));
        assertThat(today.by(SOMEBODY).recent().getFirst().forecastToSeal()).isFalse();
        clock.pass(Duration.ofDays(2));
        assertThat(today.by(SOMEBODY).recent().getFirst().forecastToSeal()).isTrue();
    }

    private Appointment book(Client client, Duration fromNow) {
        Appointment booked = Appointment.booked(
                Id.random(),
                client.id(),
                clock.instant().plus(fromNow).truncatedTo(ChronoUnit.SECONDS),
                Appointment.USUAL);
        records.appointments().add(booked);
        return booked;
    }

    /** The clock stands at 10 in the morning. */
    @Test
    void hours_areTheAppointmentsOfTheDay_andTheWeekIsTheSixDaysAfter() {
        Client ann = add("Ann");
        Client bea = add("Bea");
        checkIn(bea, "");
        checkIn(bea, "");
        Appointment before = book(ann, Duration.ofHours(-3));
        Appointment next = book(bea, Duration.ofHours(2));
        Appointment tomorrow = book(ann, Duration.ofHours(15));
        Appointment last = book(bea, Duration.ofDays(6));
        book(bea, Duration.ofDays(7));
        book(bea, Duration.ofHours(-11));
        records.appointments().update(book(ann, Duration.ofHours(1)).cancelled(clock.instant()));

        SeeToday.TodayView seen = today.by(SOMEBODY);

        assertThat(seen.hours()).extracting(HourToday::appointment).containsExactly(before, next);
        assertThat(seen.recent()).isEmpty();
        assertThat(seen.week()).extracting(HourToday::appointment).containsExactly(tomorrow, last);
        HourToday anns = seen.hours().getFirst();
        assertThat(anns.first()).isTrue();
        assertThat(anns.checkInMissing()).isTrue();
        assertThat(anns.toNote()).isTrue();
        records.appointments()
                .update(before.attended(new Attendance(clock.instant(), false, new PrivateText("Was ill."))));
        assertThat(today.by(SOMEBODY).hours().getFirst().toNote()).isFalse();
        assertThat(anns.client().forecastToSeal()).isFalse();
        HourToday beas = seen.hours().getLast();
        assertThat(beas.checkInMissing()).isFalse();
        assertThat(beas.toNote()).as("has not been yet").isFalse();
        assertThat(beas.client().forecastToSeal()).isTrue();
    }

    @Test
    void hour_ofSomebodyWhosePlanByLotChangesThisWeek_saysWhen() {
        Client ann = add("Ann");
        book(ann, Duration.ofHours(1));
        assertThat(today.by(SOMEBODY).hours().getFirst().planChanges()).isEmpty();
        LocalDate tomorrow =
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
        DrawLot draw = new DrawLot(records.unitOfWork((actor, act, client) -> true), clock, new Random(1));

        draw.by(
                SOMEBODY,
                new DrawLot.Command(Id.random(), ann.id(), Lot.PlanKind.START, tomorrow, 10, 20, PrivateText.NONE));

        assertThat(today.by(SOMEBODY).hours().getFirst().planChanges()).contains(tomorrow);
    }

    @Test
    void byName_aPageAtATime_showsEverybodyOnce() {
        for (int number = 0; number <= SeeToday.MOST_FOUND; number++) {
            add("Ann Number%02d".formatted(number));
        }

        SeeToday.FoundClients first = today.byName(SOMEBODY, Optional.empty());
        assertThat(names(first.rows())).hasSize(SeeToday.MOST_FOUND).startsWith("Ann Number00", "Ann Number01");
        assertThat(first.more()).isTrue();
        SeeToday.FoundClients rest = today.byName(
                SOMEBODY, Optional.of(first.rows().getLast().standing().client().id()));
        assertThat(names(rest.rows())).containsExactly("Ann Number50");
        assertThat(rest.more()).isFalse();
    }

    @Test
    void find_byBeginningsOfNames_showsTheFirstAndSaysThatThereAreMore() {
        for (int number = 0; number <= SeeToday.MOST_FOUND; number++) {
            add("Ann Number%02d".formatted(number));
        }
        add("Bea");

        SeeToday.FoundClients many = today.find(SOMEBODY, "ann");
        assertThat(names(many.rows())).hasSize(SeeToday.MOST_FOUND).startsWith("Ann Number00", "Ann Number01");
        assertThat(many.more()).isTrue();
        SeeToday.FoundClients one = today.find(SOMEBODY, "be");
        assertThat(names(one.rows())).containsExactly("Bea");
        assertThat(one.more()).isFalse();
    }
}
