package org.stillpoint.practice.appointment;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.Version;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** A client is to come at another time than was agreed. */
public final class MoveAppointment {

    /**
     * @param key made with the page
     * @param seen the version that was seen
     * @param day on the practice's calendar
     * @param time on its clock, whole minutes
     */
    public record Command(
            Id<Deed> key,
            Id<Client> client,
            Id<Appointment> appointment,
            Version seen,
            LocalDate day,
            LocalTime time,
            Duration length) {}

    private final UnitOfWork work;
    private final Clock clock;

    /** @param clock in the time zone of the practice */
    public MoveAppointment(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * Answers {@link Answer.No} where the day has no such hour, or the appointment was cancelled.
     *
     * @throws NoSuchRecord if this client has no such appointment
     * @throws BadValue if it is too short or too long
     */
    public Answer<Appointment> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.MOVE_APPOINTMENT, wanted.key(), wanted.client(), wanted),
                        records -> {
                            Appointment kept = records.appointments().get(wanted.client(), wanted.appointment());
                            if (!kept.stands()) {
                                throw new Refused(Rule.APPOINTMENT_IS_CANCELLED, kept.id());
                            }
                            return new Answer.Done<>(records.appointments()
                                    .update(kept.seenAt(wanted.seen())
                                            .movedTo(
                                                    PracticeTime.at(
                                                            wanted.day(), wanted.time(), clock.getZone(), kept.id()),
                                                    wanted.length())));
                        },
                        records ->
                                new Answer.Again<>(records.appointments().get(wanted.client(), wanted.appointment()))),
                () -> AppointmentReading.kept(work, actor, wanted.client(), wanted.appointment()));
    }
}
