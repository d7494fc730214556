package org.stillpoint.web.checkin;

import java.util.List;
import org.stillpoint.web.view.ClientHead;

/**
 * The check-ins over time.
 *
 * @param head whose
 * @param said the sentence
 * @param chart times and values for the drawing, as JSON
 * @param rows the numbers, the newest first
 * @param justGiven whether the check-in has just been given, which is thanked for
 */
public record HowItGoesPage(ClientHead head, HowItGoes said, String chart, List<Row> rows, boolean justGiven) {

    /**
     * One check-in or one session.
     *
     * @param day the day
     * @param values pain, stress, tension, anxiety, mood, sleep, body awareness; empty for a session
     * @param note what is worse, in the client's words, or empty
     */
    public record Row(String day, List<String> values, String note) {
        public boolean session() {
            return values.isEmpty();
        }
    }
}
