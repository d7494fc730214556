package org.stillpoint.record.calendar;

import java.time.Duration;
import java.time.Instant;
import org.stillpoint.record.Id;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.client.Client;

/**
 * One time of another calendar that is an appointment here. What it was called there is not kept: a name may stand in it.
 *
 * @param event hash of what the event is known by there
 * @param instance hash of which one of a series it is
 * @param start when it was there, as last followed
 * @param length how long it was there
 */
public record TiedTime(
        String event, String instance, Id<Client> client, Id<Appointment> appointment, Instant start, Duration length) {

    /** The same, as it is there now. */
    public TiedTime at(Instant newStart, Duration newLength) {
        return new TiedTime(event, instance, client, appointment, newStart, newLength);
    }
}
