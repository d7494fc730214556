package org.stillpoint.practice.appointment;

import java.time.Clock;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.Version;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.appointment.Attendance;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** Whether a client came, once their appointment has begun; noted again where it was a slip. */
public final class NoteAttendance {

    /**
     * @param key made with the page
     * @param seen the version that was seen
     * @param why they did not come, as far as the practice knows
     */
    public record Command(
            Id<Deed> key,
            Id<Client> client,
            Id<Appointment> appointment,
            Version seen,
            boolean came,
            PrivateText why) {}

    private final UnitOfWork work;
    private final Clock clock;

    public NoteAttendance(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * Answers {@link Answer.No} where it was cancelled, or has not begun.
     *
     * @throws NoSuchRecord if this client has no such appointment
     */
    public Answer<Appointment> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.NOTE_ATTENDANCE, wanted.key(), wanted.client(), wanted),
                        records -> {
                            Appointment kept = records.appointments().get(wanted.client(), wanted.appointment());
                            if (!kept.stands()) {
                                throw new Refused(Rule.APPOINTMENT_IS_CANCELLED, kept.id());
                            }
                            if (kept.start().isAfter(clock.instant())) {
                                throw new Refused(Rule.APPOINTMENT_IS_TO_COME, kept.id());
                            }
                            Attendance noted = new Attendance(
                                    clock.instant(), wanted.came(), wanted.came() ? PrivateText.NONE : wanted.why());
                            return new Answer.Done<>(records.appointments()
                                    .update(kept.seenAt(wanted.seen()).attended(noted)));
                        },
                        records ->
                                new Answer.Again<>(records.appointments().get(wanted.client(), wanted.appointment()))),
                () -> AppointmentReading.kept(work, actor, wanted.client(), wanted.appointment()));
    }
}
