package org.stillpoint.web.client;

import java.util.List;
import org.stillpoint.web.view.ClientHead;

/**
 * The first page after signing in.
 *
 * @param date today, in words
 * @param sentence what today asks for
 * @param rows the clients: those with an open session first, then those who said that something is worse, then by name
 */
public record TodayPage(String date, String sentence, List<Row> rows) {

    /**
     * @param head who
     * @param openSession address of the session that goes on, or empty
     * @param worse whether the latest check-in says that something is worse
     * @param toSeal whether a forecast can be sealed before the next session and none waits
     * @param latest what was last, in a few words
     */
    public record Row(ClientHead head, String openSession, boolean worse, boolean toSeal, String latest) {
        public boolean needsAttention() {
            return worse || !openSession.isEmpty();
        }
    }
}
