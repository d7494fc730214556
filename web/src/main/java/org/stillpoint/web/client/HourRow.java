package org.stillpoint.web.client;

import java.time.LocalDate;
import java.util.Optional;
import org.stillpoint.practice.today.HourToday;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.words.IntakeWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.Speaker;
import org.stillpoint.words.TodayWords;

/**
 * Somebody who is to come, in a list of hours.
 *
 * @param day the day in words
 * @param from when, on the clock
 * @param until when it ends
 * @param openSession address of the session that goes on, or empty
 * @param worse whether something worse is an open matter
 * @param last when they were treated last, in a few words
 * @param toSeal whether a forecast can be sealed before it
 * @param intake how far an intake is that goes on, or of who comes for the first time whether there is one
 * @param plan when a plan by lot begins or changes
 * @param checkInMissing whether nothing was heard of them lately
 * @param toNote whether nobody has noted whether they came
 * @param desk whether the reader sees who comes, and nothing of what was told
 */
public record HourRow(
        ClientHead head,
        String day,
        String from,
        String until,
        String openSession,
        boolean worse,
        Message last,
        Optional<Message> intake,
        Optional<Message> plan,
        boolean toSeal,
        boolean checkInMissing,
        boolean toNote,
        boolean desk) {

    /** Where one gets ready for them; the front desk, which does not, goes to their page. */
    public String leadsTo() {
        return desk ? head.path() : head.path() + "/prepare";
    }

    static HourRow of(HourToday hour, boolean desk, LocalDate today, Speaker speaker) {
        ClientRow row = ClientRow.of(hour.client(), today, speaker);
        return new HourRow(
                row.head(),
                speaker.weekday(
                        hour.appointment().start().atZone(speaker.zone()).toLocalDate()),
                speaker.time(hour.appointment().start()),
                speaker.time(hour.appointment().end()),
                row.openSession(),
                row.worse(),
                hour.first() ? TodayWords.FIRST_TIME : row.latest(),
                row.intake()
                        .or(() -> hour.intakeDone().map(done -> done ? IntakeWords.IS_COMPLETE : IntakeWords.NONE_YET)),
                hour.planChanges().<Message>map(day -> new TodayWords.PlanChanges(speaker.shortDay(day))),
                hour.client().forecastToSeal(),
                hour.checkInMissing(),
                hour.toNote(),
                desk);
    }
}
