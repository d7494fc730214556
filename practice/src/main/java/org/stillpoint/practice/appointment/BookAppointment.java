package org.stillpoint.practice.appointment;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/** A client is to come at a time. Another appointment then is told by {@link AppointmentReading}, and refuses nothing. */
public final class BookAppointment {

    /**
     * @param id made with the page
     * @param day on the practice's calendar
     * @param time on its clock, whole minutes
     */
    public record Command(Id<Appointment> id, Id<Client> client, LocalDate day, LocalTime time, Duration length) {}

    private final UnitOfWork work;
    private final Clock clock;

    /** @param clock in the time zone of the practice */
    public BookAppointment(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * Answers {@link Answer.No} where the day has no such hour.
     *
     * @throws BadValue if it is too short or too long
     */
    public Answer<Appointment> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.BOOK_APPOINTMENT, wanted.id(), wanted.client(), wanted),
                        records -> {
                            Appointment booked = Appointment.booked(
                                    wanted.id(),
                                    wanted.client(),
                                    PracticeTime.at(wanted.day(), wanted.time(), clock.getZone(), wanted.id()),
                                    wanted.length());
                            records.appointments().add(booked);
                            return new Answer.Done<>(booked);
                        },
                        records -> new Answer.Again<>(records.appointments().get(wanted.client(), wanted.id()))),
                () -> AppointmentReading.kept(work, actor, wanted.client(), wanted.id()));
    }
}
