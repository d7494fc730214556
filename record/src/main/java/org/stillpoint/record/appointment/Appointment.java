package org.stillpoint.record.appointment;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;

/**
 * A time at which a client comes to whoever treats them.
 *
 * @param start a whole second
 * @param length {@link #LEAST} to {@link #MOST}, in whole minutes
 * @param cancelledAt when it was cancelled; empty where it stands
 * @param attendance whether the client came; empty as long as nobody has noted it
 * @param version grows with each change
 */
public record Appointment(
        Id<Appointment> id,
        Id<Client> client,
        Instant start,
        Duration length,
        Optional<Instant> cancelledAt,
        Optional<Attendance> attendance,
        Version version) {

    /** Own choice, 2026: shorter than any consultation. */
    public static final Duration LEAST = Duration.ofMinutes(5);
    /** Own choice, 2026: a working day. */
    public static final Duration MOST = Duration.ofHours(8);
    /** Own choice, 2026: an engagement of 20 to 30 minutes lies inside an appointment of 45 to 60. */
    public static final Duration USUAL = Duration.ofMinutes(60);

    public Appointment {
        if (length.compareTo(LEAST) < 0
                || length.compareTo(MOST) > 0
                || length.toSecondsPart() + length.getNano() > 0) {
            throw new BadValue(
                    "length", length.toString(), LEAST.toMinutes() + " to " + MOST.toMinutes() + " whole minutes");
        }
        if (start.getNano() > 0) {
            throw new BadValue("start", start.toString(), "a whole second");
        }
    }

    /** One that stands. */
    public static Appointment booked(Id<Appointment> id, Id<Client> client, Instant start, Duration length) {
        return new Appointment(id, client, start, length, Optional.empty(), Optional.empty(), Version.FIRST);
    }

    public Instant end() {
        return start.plus(length);
    }

    public boolean stands() {
        return cancelledAt.isEmpty();
    }

    /** Whether both take up the same time; one that begins when the other ends does not. */
    public boolean overlaps(Appointment other) {
        return start.isBefore(other.end()) && other.start.isBefore(end());
    }

    /** The same at another time, at which nobody has come yet; hand it to {@link Appointments#update}, as with the following. */
    public Appointment movedTo(Instant newStart, Duration newLength) {
        return new Appointment(id, client, newStart, newLength, cancelledAt, Optional.empty(), version);
    }

    /** The same, cancelled; one that is cancelled stays as it was. */
    public Appointment cancelled(Instant now) {
        return new Appointment(id, client, start, length, Optional.of(cancelledAt.orElse(now)), attendance, version);
    }

    /** The same, with whether the client came. */
    public Appointment attended(Attendance noted) {
        return new Appointment(id, client, start, length, cancelledAt, Optional.of(noted), version);
    }

    /** The same, as seen at another version. */
    public Appointment seenAt(Version seen) {
        return new Appointment(id, client, start, length, cancelledAt, attendance, seen);
    }
}
