package org.stillpoint.practice.today;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.stillpoint.record.appointment.Appointment;

/**
 * Somebody who is to come.
 *
 * @param first whether it is for the first time
 * @param checkInMissing whether nothing was heard of them within {@link #HEARD_WITHIN}
 * @param toNote whether it is over, no session of that day is known, and nobody has noted whether they came
 * @param intakeDone whether an intake is completed of somebody who comes for the first time; empty where one goes on, or of others
 * @param planChanges the next day of the week on which their plan by lot begins or changes
 */
public record HourToday(
        Appointment appointment,
        SeeToday.ClientToday client,
        boolean first,
        boolean checkInMissing,
        boolean toNote,
        Optional<Boolean> intakeDone,
        Optional<LocalDate> planChanges) {

    /** As on the client's page: the product's own bound. */
    public static final Duration HEARD_WITHIN = Duration.ofDays(7);
}
