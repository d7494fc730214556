package org.stillpoint.web.client;

import java.util.List;
import org.stillpoint.web.view.ClientHead;

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
 */
public record ClientPage(
        ClientHead head,
        String sentence,
        String layers,
        String view,
        StoryLine story,
        String openSession,
        List<Step> next,
        List<String> latest) {

    /**
     * Something that can be done next.
     *
     * @param words what
     * @param why why now, or empty
     * @param address where
     */
    public record Step(String words, String why, String address) {}

    /** What the main action is called. */
    public String mainWords() {
        return openSession.isEmpty() ? "Start a session" : "Go on with the session";
    }

    public String mainAddress() {
        return openSession.isEmpty() ? head.path() + "/sessions/new" : openSession;
    }
}
