package org.stillpoint.web.session;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.stillpoint.practice.session.AftercareReading.TakenHome;
import org.stillpoint.record.session.FollowUpTime;
import org.stillpoint.record.setting.AftercareText;
import org.stillpoint.words.AftercareWords;
import org.stillpoint.words.AppointmentWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.Speaker;

/** Says what a client takes home after a session, on a page and on paper. */
public final class AftercareTold {
    private AftercareTold() {}

    /** The practice's own words, or the program's as long as it has written none. */
    public static List<String> paragraphs(AftercareText text, Speaker speaker) {
        return text.text().isEmpty()
                ? AftercareWords.text().stream().map(speaker::say).toList()
                : text.text().value().lines().filter(line -> !line.isBlank()).toList();
    }

    /** When they are asked how they are, as long as nobody was heard, and when they come again. */
    public static List<Message> next(TakenHome home, Speaker speaker) {
        FollowUpTime due = home.session().followUp();
        return Stream.concat(
                        home.around().isAnswered()
                                ? Stream.<Message>empty()
                                : Stream.<Message>of(new AftercareWords.AskedBetween(
                                        speaker.day(due.from()), speaker.day(due.until()))),
                        Stream.of(home.around()
                                .next()
                                .<Message>map(next -> new AftercareWords.NextTime(new AppointmentWords.BookedAt(
                                        speaker.weekday(LocalDate.ofInstant(next.start(), speaker.zone())),
                                        speaker.time(next.start()),
                                        speaker.time(next.end()))))
                                .orElse(AftercareWords.NO_APPOINTMENT)))
                .toList();
    }
}
