package org.stillpoint.web.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.stillpoint.practice.followup.FollowUpReading.ClientToAsk;
import org.stillpoint.record.contact.Contact;
import org.stillpoint.web.mail.MailTold;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.words.FollowUpWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.Speaker;

/**
 * A client who is to be asked how it went.
 *
 * @param due until when, or since when it is overdue
 * @param overdue whether it is
 * @param phone their number as it is written, or empty
 * @param dialled the same as it is dialled, or empty
 * @param mail what became of the mail that asks them
 */
public record FollowUpRow(
        ClientHead head, Message due, boolean overdue, String phone, String dialled, Optional<Message> mail) {

    public static FollowUpRow of(ClientToAsk asked, Instant now, Speaker speaker) {
        String phone = asked.phone().value();
        boolean overdue = asked.time().isOverdue(now);
        String day = speaker.shortDay(asked.time().until());
        return new FollowUpRow(
                ClientHead.of(asked.client(), LocalDate.ofInstant(now, speaker.zone())),
                overdue ? new FollowUpWords.OverdueSince(day) : new FollowUpWords.DueUntil(day),
                overdue,
                phone,
                Contact.dialled(phone),
                asked.mail().map(state -> MailTold.of(state, speaker)));
    }
}
