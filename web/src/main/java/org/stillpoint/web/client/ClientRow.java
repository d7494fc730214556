package org.stillpoint.web.client;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.stillpoint.practice.today.SeeToday;
import org.stillpoint.record.today.Standing;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Matters;
import org.stillpoint.words.IntakeWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.Speaker;
import org.stillpoint.words.TodayWords;

/**
 * One client in a list.
 *
 * @param head who
 * @param openSession address of the session that goes on, or empty
 * @param worse whether something worse is an open matter
 * @param matters the latest of what is worse, with its day
 * @param latest what was last, in a few words
 * @param intake how far an intake that goes on has come
 */
public record ClientRow(
        ClientHead head,
        String openSession,
        boolean worse,
        List<Message> matters,
        Message latest,
        Optional<Message> intake) {

    static ClientRow of(SeeToday.ClientToday row, LocalDate today, Speaker speaker) {
        Standing standing = row.standing();
        Message latest = standing.openSession().isPresent()
                ? TodayWords.GOES_ON
                : standing.lastSession()
                        .<Message>map(at -> new TodayWords.LastSession(speaker.shortDay(at)))
                        .orElse(TodayWords.NO_SESSION_YET);
        return new ClientRow(
                ClientHead.of(standing.client(), today),
                standing.openSession().map(session -> "/sessions/" + session).orElse(""),
                standing.worse(),
                Matters.latest(row, speaker),
                latest,
                row.intake().map(IntakeWords::goesOn));
    }
}
