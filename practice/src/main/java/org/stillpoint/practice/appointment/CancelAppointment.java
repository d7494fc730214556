package org.stillpoint.practice.appointment;

import java.time.Clock;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** A client is not to come; that they were to is kept. */
public final class CancelAppointment {

    /**
     * @param key made with the page
     * @param seen the version that was seen
     */
    public record Command(Id<Deed> key, Id<Client> client, Id<Appointment> appointment, Version seen) {}

    private final UnitOfWork work;
    private final Clock clock;

    public CancelAppointment(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** @throws NoSuchRecord if this client has no such appointment */
    public Answer<Appointment> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.CANCEL_APPOINTMENT, wanted.key(), wanted.client(), wanted),
                        records -> {
                            Appointment kept = records.appointments().get(wanted.client(), wanted.appointment());
                            return new Answer.Done<>(records.appointments()
                                    .update(kept.seenAt(wanted.seen()).cancelled(clock.instant())));
                        },
                        records ->
                                new Answer.Again<>(records.appointments().get(wanted.client(), wanted.appointment()))),
                () -> AppointmentReading.kept(work, actor, wanted.client(), wanted.appointment()));
    }
}
