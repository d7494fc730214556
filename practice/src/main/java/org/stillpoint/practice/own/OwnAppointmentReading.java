package org.stillpoint.practice.own;

import java.time.Clock;
import java.util.Optional;
import org.stillpoint.practice.request.SayCannotCome;
import org.stillpoint.record.Id;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.request.ClientRequest;
import org.stillpoint.record.request.RequestMatter.CannotCome;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** When a client comes next, for themselves. It is asked for when it is looked at: what was moved since is shown as it stands now. */
public final class OwnAppointmentReading {

    /**
     * @param practice what it is called, or empty
     * @param where where it is, in the practice's words; or empty
     * @param next the next that stands, or the one that goes on
     * @param cannotCome that they said they cannot, and nobody has answered yet
     */
    public record OwnAppointment(
            String practice, String where, Optional<Appointment> next, Optional<ClientRequest> cannotCome) {}

    private final UnitOfWork work;
    private final Clock clock;

    public OwnAppointmentReading(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** @param client whoever came by the link; it opens nothing of anybody else */
    public OwnAppointment by(Actor actor, Id<Client> client) {
        return work.read(actor, Act.SEE_OWN_APPOINTMENT, Optional.of(client), records -> of(records, client));
    }

    private OwnAppointment of(Records records, Id<Client> client) {
        Optional<Appointment> next = records.appointments().list(client).stream()
                .filter(each -> each.stands() && each.end().isAfter(clock.instant()))
                .findFirst();
        return new OwnAppointment(
                records.settings().profile().name(),
                records.settings().profile().place(),
                next,
                next.flatMap(each -> SayCannotCome.openOf(records, client, new CannotCome(each.id(), each.start()))));
    }
}
