package org.stillpoint.web.mail;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.stillpoint.practice.mail.MailReading.ClientMail;
import org.stillpoint.record.client.MailWishes;
import org.stillpoint.record.mail.MailState;
import org.stillpoint.words.MailWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.Named;
import org.stillpoint.words.Speaker;

/** How it stands with the mail to a client, in words. */
public final class MailTold {
    private MailTold() {}

    /** Whether they may be written to, or why not. */
    public static Message stands(ClientMail mail) {
        return mail.whyNot().<Message>map(Named::new).orElse(MailWords.MAY_BE_MAILED);
    }

    /** What became of a mail. */
    public static Message of(MailState state, Speaker speaker) {
        return switch (state) {
            case MailState.ToBeSent waits -> new MailWords.Waits(speaker.shortDay(waits.next()));
            case MailState.HandedOver over -> new MailWords.Sent(speaker.shortDay(over.at()));
            case MailState.GivenUp up -> new MailWords.NotArrived(new Named(up.fault()));
            case MailState.NotWanted not -> new MailWords.PutAway(speaker.shortDay(not.at()));
        };
    }

    /** What stands on the page about a client. */
    public static Map<Message, String> facts(ClientMail mail, Speaker speaker) {
        Map<Message, String> facts = new LinkedHashMap<>();
        facts.put(MailWords.STANDS, speaker.say(stands(mail)));
        MailWishes wishes = mail.wishes().told();
        if (wishes.off().isEmpty()) {
            facts.put(MailWords.WHEN, wishes(wishes, speaker));
            wishes.zone().ifPresent(zone -> facts.put(MailWords.WISHES_ZONE, zone.getId()));
        }
        mail.last().ifPresent(last -> facts.put(MailWords.LAST, speaker.say(of(last.state(), speaker))));
        return facts;
    }

    /** When a client wants mail, or that they want none. */
    public static String wishes(MailWishes wishes, Speaker speaker) {
        if (wishes.off().isPresent()) {
            return speaker.say(MailWords.WISHES_OFF);
        }
        String hour = speaker.time(LocalTime.of(wishes.hour(), 0));
        return speaker.say(
                wishes.days().size() == DayOfWeek.values().length
                        ? new MailWords.WishesDaily(hour)
                        : new MailWords.WishesAre(
                                hour,
                                speaker.week().stream()
                                        .filter(wishes.days()::contains)
                                        .map(day -> name(day, speaker))
                                        .collect(Collectors.joining(", "))));
    }

    private static String name(DayOfWeek day, Speaker speaker) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, speaker.locale());
    }
}
