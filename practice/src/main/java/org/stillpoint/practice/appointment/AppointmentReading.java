package org.stillpoint.practice.appointment;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.calendar.Elsewhere;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** When one client comes, and came. */
public final class AppointmentReading {
    /** Own choice, 2026: more than a large practice has within a working day. */
    private static final int MOST_LOOKED_AT = 500;

    /**
     * One that stands.
     *
     * @param at whom else of the same therapist the same time is agreed with
     * @param busyElsewhere whether the therapist's other calendar has something then
     */
    public record ComingAppointment(Appointment appointment, List<Client> at, boolean busyElsewhere) {}

    /**
     * @param coming those that stand and have not ended, the earliest first
     * @param past the others, the latest first
     */
    public record AppointmentsView(Client client, List<ComingAppointment> coming, List<Appointment> past) {}

    private final UnitOfWork work;
    private final Clock clock;

    public AppointmentReading(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** @throws org.stillpoint.record.NoSuchRecord if there is no such client */
    public AppointmentsView by(Actor actor, Id<Client> client) {
        return work.read(actor, Act.SEE_APPOINTMENTS, Optional.of(client), records -> {
            List<Appointment> all = records.appointments().list(client);
            Elsewhere elsewhere = records.care()
                    .findTherapist(client)
                    .map(records.calendarsElsewhere()::get)
                    .orElse(Elsewhere.NOTHING);
            return new AppointmentsView(
                    records.clients().get(client),
                    all.stream()
                            .filter(this::isComing)
                            .map(each -> new ComingAppointment(
                                    each, at(records, each), elsewhere.isBusy(each.start(), each.end())))
                            .toList(),
                    all.reversed().stream().filter(each -> !isComing(each)).toList());
        });
    }

    private boolean isComing(Appointment appointment) {
        return appointment.stands() && appointment.end().isAfter(clock.instant());
    }

    private static List<Client> at(Records records, Appointment appointment) {
        return records
                .appointments()
                .listBetween(appointment.start().minus(Appointment.MOST), appointment.end(), MOST_LOOKED_AT)
                .stream()
                .filter(other -> !other.client().equals(appointment.client()) && other.overlaps(appointment))
                .filter(other -> records.care()
                        .findTherapist(other.client())
                        .equals(records.care().findTherapist(appointment.client())))
                .flatMap(other -> records.clients().find(other.client()).stream())
                .toList();
    }

    static Appointment kept(UnitOfWork work, Actor actor, Id<Client> client, Id<Appointment> id) {
        return work.read(
                actor,
                Act.SEE_APPOINTMENTS,
                Optional.of(client),
                records -> records.appointments().get(client, id));
    }
}
