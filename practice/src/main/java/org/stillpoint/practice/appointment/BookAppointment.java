package org.stillpoint.practice.appointment;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/**
 * A client is to come at a time, once or in some weeks running. Another appointment then is told by {@link AppointmentReading}, and
 * refuses nothing.
 */
public final class BookAppointment {

    /** Own choice, 2026: half a year. */
    public static final int MOST_WEEKS = 26;

    /**
     * @param id of the first, made with the page
     * @param day on the practice's calendar
     * @param time on its clock, whole minutes
     * @param weeks in how many weeks running, on the same weekday by the same clock; 1 for once
     */
    public record Command(
            Id<Appointment> id, Id<Client> client, LocalDate day, LocalTime time, Duration length, int weeks) {
        public Command {
            if (weeks < 1 || weeks > MOST_WEEKS) {
                throw new BadValue("weeks", String.valueOf(weeks), "1 to " + MOST_WEEKS);
            }
        }
    }

    private final UnitOfWork work;
    private final Clock clock;

    /** @param clock in the time zone of the practice */
    public BookAppointment(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * Answers with the first of them, or {@link Answer.No} where one of the days has no such hour: then none is booked.
     *
     * @throws BadValue if it is too short or too long
     */
    public Answer<Appointment> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.BOOK_APPOINTMENT, wanted.id(), wanted.client(), wanted),
                        records -> {
                            List<Appointment> booked = IntStream.range(0, wanted.weeks())
                                    .mapToObj(week -> inWeek(wanted, week))
                                    .toList();
                            booked.forEach(records.appointments()::add);
                            return new Answer.Done<>(booked.getFirst());
                        },
                        records -> new Answer.Again<>(records.appointments().get(wanted.client(), wanted.id()))),
                () -> AppointmentReading.kept(work, actor, wanted.client(), wanted.id()));
    }

    private Appointment inWeek(Command wanted, int week) {
        return Appointment.booked(
                week == 0 ? wanted.id() : Id.random(),
                wanted.client(),
                PracticeTime.at(wanted.day().plusWeeks(week), wanted.time(), clock.getZone(), wanted.id()),
                wanted.length());
    }
}
