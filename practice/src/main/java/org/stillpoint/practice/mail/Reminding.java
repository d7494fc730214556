package org.stillpoint.practice.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.stillpoint.practice.followup.FollowUpReading;
import org.stillpoint.record.Id;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.mail.MailMatter;
import org.stillpoint.record.work.Records;

/** What is to be reminded of, and for how long. */
final class Reminding {
    /** Own choice, 2026: a follow-up that was due for days already is better asked by telephone. */
    static final Duration FOLLOW_UP_WITHIN = Duration.ofDays(7);

    /** Own choice, 2026: whoever reads it later is on the way already. */
    static final Duration LEAST_NOTICE = Duration.ofHours(1);

    private Reminding() {}

    /** Whether a mail about this is still wanted: what it says is so, and nobody has heard of the client meanwhile. */
    static boolean isWanted(Records records, Id<Client> client, MailMatter matter, Clock clock) {
        Instant now = clock.instant();
        return switch (matter) {
            case MailMatter.FollowUpDue due ->
                FollowUpReading.due(records, client, now)
                        .filter(ask -> ask.session().equals(due.session()))
                        .isPresent();
            case MailMatter.AppointmentAhead ahead ->
                records.appointments()
                        .find(client, ahead.appointment())
                        .filter(Appointment::stands)
                        .filter(appointment -> appointment.start().equals(ahead.start()))
                        .filter(appointment -> appointment.start().isAfter(now))
                        .isPresent();
            case MailMatter.LinkHandedOn handed ->
                records.privateLinks().list(client).stream()
                        .anyMatch(link -> link.id().equals(handed.link()) && link.isToBeOpened(now));
        };
    }
}
