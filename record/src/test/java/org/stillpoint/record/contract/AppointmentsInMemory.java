package org.stillpoint.record.contract;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.appointment.Appointments;
import org.stillpoint.record.client.Client;

/** The appointments, in memory. */
final class AppointmentsInMemory implements Appointments {
    private static final Comparator<Appointment> IN_TIME =
            Comparator.comparing(Appointment::start).thenComparing(Appointment::id);

    private final OfAClient<Appointment> rows;
    private final CareInMemory care;

    AppointmentsInMemory(Memory memory, ClientsInMemory clients, CareInMemory care) {
        this.care = care;
        rows = new OfAClient<>(
                "appointment",
                memory,
                clients,
                Appointment::id,
                Appointment::client,
                Appointment::version,
                Appointment::seenAt);
    }

    @Override
    public void add(Appointment appointment) {
        rows.add(appointment, Appointment::equals);
    }

    @Override
    public Optional<Appointment> find(Id<Client> client, Id<Appointment> id) {
        return rows.find(client, id);
    }

    @Override
    public Appointment update(Appointment changed) {
        return rows.replace(changed, (kept, wanted) -> wanted);
    }

    @Override
    public List<Appointment> list(Id<Client> client) {
        return rows.list(client, IN_TIME);
    }

    @Override
    public List<Appointment> listBetween(Instant from, Instant until, int atMost) {
        return rows.listAll(IN_TIME).stream()
                .filter(Appointment::stands)
                .filter(one -> !one.start().isBefore(from) && one.start().isBefore(until))
                .filter(one -> care.isSeen(one.client()))
                .limit(atMost)
                .toList();
    }

    @Override
    public List<Appointment> listOfTherapist(Id<Account> therapist, Instant from, Instant until, int atMost) {
        return rows.listAll(IN_TIME).stream()
                .filter(one -> !one.start().isBefore(from) && one.start().isBefore(until))
                .filter(one -> care.findTherapist(one.client()).equals(Optional.of(therapist)))
                .filter(one -> care.isSeen(one.client()))
                .limit(atMost)
                .toList();
    }
}
