package org.stillpoint.practice.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stillpoint.practice.PeopleInMemory.by;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.PeopleInMemory;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.appointment.Attendance;
import org.stillpoint.record.client.Client;

/** When clients come: on the practice's clock, told what is at the same time, each act by whoever may. */
class AppointmentTest {
    /** Clocks go forward on 28 March 2027 from 2 to 3, and back on 31 October 2027 from 3 to 2 (IANA time zone data, EU rule). */
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static final LocalDate DAY = LocalDate.of(2027, 3, 1);
    private static final LocalTime NINE = LocalTime.of(9, 0);

    private final PeopleInMemory people = new PeopleInMemory();
    private final Clock clock = Clock.fixed(Instant.parse("2027-02-01T08:00:00Z"), BERLIN);
    private final Account sam = people.account("sam", Role.THERAPIST);
    private final Account kim = people.account("kim", Role.THERAPIST);
    private final Account desk = people.account("desk", Role.ASSISTANT);
    private final Account supervisor = people.account("uma", Role.SUPERVISOR);
    private final Id<Client> ann = people.add(sam, "Ann Example", OptionalInt.empty());
    private final BookAppointment book = new BookAppointment(people.work(), clock);
    private final MoveAppointment move = new MoveAppointment(people.work(), clock);
    private final CancelAppointment cancel = new CancelAppointment(people.work(), clock);
    private final NoteAttendance note = new NoteAttendance(people.work(), clock);
    private final AppointmentReading reading = new AppointmentReading(people.work(), clock);

    private static BookAppointment.Command at(Id<Client> client, LocalDate day, LocalTime time) {
        return new BookAppointment.Command(Id.random(), client, day, time, Appointment.USUAL, 1);
    }

    private Appointment booked(Account who, Id<Client> client, LocalDate day, LocalTime time) {
        return ((Answer.Done<Appointment>) book.by(by(who), at(client, day, time))).kept();
    }

    @Test
    void book_isOfThePracticesClock_onceHoweverOftenItIsSent() {
        BookAppointment.Command wanted = at(ann, DAY, NINE);

        assertThat(book.by(by(sam), wanted)).isInstanceOf(Answer.Done.class);
        assertThat(book.by(by(sam), wanted)).isInstanceOf(Answer.Again.class);
        BookAppointment.Command other =
                new BookAppointment.Command(wanted.id(), ann, DAY, NINE.plusHours(1), Appointment.USUAL, 1);
        assertThat(book.by(by(sam), other)).isInstanceOf(Answer.Other.class);
        assertThat(reading.by(by(sam), ann).coming())
                .extracting(coming -> coming.appointment().start())
                .containsExactly(Instant.parse("2027-03-01T08:00:00Z"));
    }

    @Test
    void book_anHourThatTheClocksPassOver_isRefused_andOneThatComesTwiceIsTheFirst() {
        assertThat(book.by(by(sam), at(ann, LocalDate.of(2027, 3, 28), LocalTime.of(2, 30))))
                .isEqualTo(new Answer.No<>(Rule.NO_SUCH_HOUR));
        assertThat(reading.by(by(sam), ann).coming()).isEmpty();
        assertThat(booked(sam, ann, LocalDate.of(2027, 10, 31), LocalTime.of(2, 30))
                        .start())
                .isEqualTo(LocalDate.of(2027, 10, 31).atTime(2, 30).toInstant(ZoneOffset.ofHours(2)));
    }

    @Test
    void sameTime_ofTheSameTherapist_isToldAndRefusesNothing() {
        booked(sam, people.add(sam, "Bea Example", OptionalInt.empty()), DAY, NINE.plusMinutes(30));
        booked(sam, people.add(sam, "Next Example", OptionalInt.empty()), DAY, NINE.plusHours(1));
        booked(kim, people.add(kim, "Kims Example", OptionalInt.empty()), DAY, NINE);
        booked(desk, ann, DAY, NINE);

        assertThat(reading.by(by(desk), ann).coming().getFirst().at())
                .extracting(client -> client.name().value())
                .containsExactly("Bea Example");
    }

    @Test
    void moveAndCancel_asItWasSeen_andACancelledOneIsMovedNoMore() {
        Appointment booked = booked(sam, ann, DAY, NINE);
        MoveAppointment.Command later = moved(booked, Version.FIRST);

        assertThat(move.by(by(sam), later)).isInstanceOf(Answer.Done.class);
        assertThat(move.by(by(sam), later)).isInstanceOf(Answer.Again.class);
        assertThat(move.by(by(sam), moved(booked, Version.FIRST))).isInstanceOf(Answer.Changed.class);
        assertThat(cancel.by(
                        by(sam), new CancelAppointment.Command(Id.random(), ann, booked.id(), Version.FIRST.next())))
                .isInstanceOf(Answer.Done.class);
        assertThat(move.by(by(sam), moved(booked, new Version(3))))
                .isEqualTo(new Answer.No<>(Rule.APPOINTMENT_IS_CANCELLED));

        AppointmentReading.AppointmentsView view = reading.by(by(sam), ann);
        assertThat(view.coming()).isEmpty();
        assertThat(view.past()).extracting(Appointment::stands).containsExactly(false);
        assertThat(view.past()).extracting(Appointment::length).containsExactly(Duration.ofMinutes(45));
    }

    @Test
    void book_weekly_isTheSameHourOfEachWeek_allOfThemOrNone() {
        LocalDate beforeTheClocksGoForward = LocalDate.of(2027, 3, 21);
        BookAppointment.Command weekly =
                new BookAppointment.Command(Id.random(), ann, beforeTheClocksGoForward, NINE, Appointment.USUAL, 3);
        assertThat(book.by(by(sam), weekly)).isInstanceOf(Answer.Done.class);
        assertThat(book.by(by(sam), weekly)).isInstanceOf(Answer.Again.class);
        assertThat(reading.by(by(sam), ann).coming())
                .extracting(coming -> coming.appointment().start())
                .containsExactly(
                        Instant.parse("2027-03-21T08:00:00Z"),
                        Instant.parse("2027-03-28T07:00:00Z"),
                        Instant.parse("2027-04-04T07:00:00Z"));

        BookAppointment.Command passedOver = new BookAppointment.Command(
                Id.random(), ann, beforeTheClocksGoForward, LocalTime.of(2, 30), Appointment.USUAL, 3);
        assertThat(book.by(by(sam), passedOver)).isEqualTo(new Answer.No<>(Rule.NO_SUCH_HOUR));
        assertThat(reading.by(by(sam), ann).coming()).hasSize(3);
        assertThatThrownBy(() -> new BookAppointment.Command(
                        Id.random(), ann, DAY, NINE, Appointment.USUAL, BookAppointment.MOST_WEEKS + 1))
                .isInstanceOf(BadValue.class);
    }

    @Test
    void attendance_isNotedOnceItHasBegun_withAReasonWhereNobodyCame_andAMovedOneStartsAfresh() {
        Appointment begun = booked(sam, ann, LocalDate.of(2027, 2, 1), NINE);
        NoteAttendance.Command missed = noted(begun.id(), Version.FIRST, false, "The train was late.");
        assertThat(note.by(by(desk), missed)).isInstanceOf(Answer.Done.class);
        assertThat(note.by(by(desk), missed)).isInstanceOf(Answer.Again.class);
        assertThat(note.by(by(desk), noted(begun.id(), Version.FIRST, true, "")))
                .isInstanceOf(Answer.Changed.class);
        assertThat(reading.by(by(sam), ann).coming().getFirst().appointment().attendance())
                .contains(new Attendance(clock.instant(), false, new PrivateText("The train was late.")));
        assertThat(note.by(by(sam), noted(begun.id(), new Version(2), true, "a slip")))
                .isInstanceOf(Answer.Done.class);
        assertThat(reading.by(by(sam), ann).coming().getFirst().appointment().attendance())
                .contains(new Attendance(clock.instant(), true, PrivateText.NONE));

        assertThat(move.by(by(sam), moved(begun, new Version(3)))).isInstanceOf(Answer.Done.class);
        assertThat(reading.by(by(sam), ann).coming().getFirst().appointment().attendance())
                .isEmpty();
        assertThat(note.by(by(sam), noted(begun.id(), new Version(4), true, "")))
                .isEqualTo(new Answer.No<>(Rule.APPOINTMENT_IS_TO_COME));
        assertThatThrownBy(() -> note.by(by(kim), missed)).isInstanceOf(NotAllowed.class);
    }

    private NoteAttendance.Command noted(Id<Appointment> appointment, Version seen, boolean came, String why) {
        return new NoteAttendance.Command(Id.random(), ann, appointment, seen, came, new PrivateText(why));
    }

    private MoveAppointment.Command moved(Appointment booked, Version seen) {
        return new MoveAppointment.Command(
                Id.random(), ann, booked.id(), seen, DAY, NINE.plusHours(3), Duration.ofMinutes(45));
    }

    @Test
    void appointments_areForWhoeverTreatsTheClient_andForTheFrontDesk() {
        booked(desk, ann, DAY, NINE);
        assertThat(reading.by(by(desk), ann).coming()).hasSize(1);
        assertThatThrownBy(() -> book.by(by(kim), at(ann, DAY, NINE))).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> reading.by(by(supervisor), ann)).isInstanceOf(NotAllowed.class);
    }
}
