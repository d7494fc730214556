package org.stillpoint.web.client;

import java.util.List;
import java.util.Optional;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.words.ClientWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.TodayWords;

/**
 * One client's whole story on one screen.
 *
 * @param head who
 * @param sentence the latest sentence on how it goes
 * @param layers what lies on the body, as JSON
 * @param view from where the body is seen
 * @param story events and sessions, the earliest first
 * @param openSession address of the session that goes on, or empty
 * @param next what can be done next, the most fitting first
 * @param latest the latest check-in in a few lines, or empty
 * @param matters what is open with this client: what they said is worse, with its day
 * @param mayShare whether the reader decides who sees this client
 * @param mayErase whether the reader may erase them
 */
public record ClientPage(
        ClientHead head,
        Message sentence,
        String layers,
        String view,
        StoryLine story,
        String openSession,
        List<NextStep> next,
        List<Message> latest,
        List<Message> matters,
        boolean mayShare,
        boolean mayErase) {

    /**
     * Something that can be done next.
     *
     * @param what what
     * @param why why now, or empty
     * @param address where
     */
    public record NextStep(Message what, Optional<Message> why, String address) {}

    /** What the main action is called. */
    public Message mainAction() {
        return openSession.isEmpty() ? ClientWords.START : TodayWords.GO_ON;
    }

    public String mainAddress() {
        return openSession.isEmpty() ? head.path() + "/sessions/new" : openSession;
    }
}
