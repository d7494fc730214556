package org.stillpoint.record.mail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.stillpoint.record.Id;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.link.PrivateLink;
import org.stillpoint.record.session.Session;

/** What a mail is about. */
public sealed interface MailMatter {

    /** A client is asked how it went after a session. */
    record FollowUpDue(Id<Session> session) implements MailMatter {}

    /**
     * A client is expected.
     *
     * @param start as it was when it was reminded of: one that is moved is another matter
     */
    record AppointmentAhead(Id<Appointment> appointment, Instant start) implements MailMatter {}

    /** A link is handed on. */
    record LinkHandedOn(Id<PrivateLink> link) implements MailMatter {}

    /**
     * The id of the mail about this: always the same, so that there is one mail about each matter.
     *
     * @return a name-based UUID (version 3, RFC 9562)
     */
    default Id<OutboxMail> mail() {
        String name =
                switch (this) {
                    case FollowUpDue due -> "follow-up/" + due.session();
                    case AppointmentAhead ahead ->
                        "appointment/" + ahead.appointment() + "/"
                                + ahead.start().getEpochSecond();
                    case LinkHandedOn link -> "link/" + link.link();
                };
        return new Id<>(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }
}
