package org.stillpoint.record.appointment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.client.Client;

/** Where the appointments are kept. */
public interface Appointments {

    /**
     * Adds an appointment; adding the very same again changes nothing.
     *
     * @throws AlreadyThere if another is kept under this id
     * @throws NoSuchRecord if there is no such client
     */
    void add(Appointment appointment);

    /** This client's appointment under this id. */
    Optional<Appointment> find(Id<Client> client, Id<Appointment> id);

    /**
     * This client's appointment under this id.
     *
     * @throws NoSuchRecord if they have none
     */
    default Appointment get(Id<Client> client, Id<Appointment> id) {
        return find(client, id).orElseThrow(() -> new NoSuchRecord("appointment", id));
    }

    /**
     * Replaces an appointment.
     *
     * @return as it is kept now, at the next version
     * @throws StaleRecord if it was changed since
     * @throws NoSuchRecord if this client has none under this id
     */
    Appointment update(Appointment changed);

    /** All of this client, those that were cancelled too, the earliest first. */
    List<Appointment> list(Id<Client> client);

    /**
     * Those that stand of all clients whom the actor sees, the earliest first. One that cannot be read hides no other.
     *
     * @param from those that start then, or later
     * @param until those that start before
     */
    List<Appointment> listBetween(Instant from, Instant until, int atMost);

    /**
     * All of the clients whom this account treats, those that were cancelled too, the earliest first; of them whom the actor sees. One
     * that cannot be read hides no other.
     *
     * @param from those that start then, or later
     * @param until those that start before
     */
    List<Appointment> listOfTherapist(Id<Account> therapist, Instant from, Instant until, int atMost);
}
