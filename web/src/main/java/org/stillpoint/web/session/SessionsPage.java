package org.stillpoint.web.session;

import java.util.List;
import java.util.Optional;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.words.Message;

/**
 * A client's sessions, a page of them.
 *
 * @param held how many were held, or that none was
 * @param running the one that goes on
 * @param rows the others, the newest first
 * @param newer address of the page before, or empty
 * @param older address of the page that follows, or empty
 * @param moved notes that were moved here from another client's record
 */
public record SessionsPage(
        ClientHead head,
        Message held,
        Optional<SessionRow> running,
        List<SessionRow> rows,
        String newer,
        String older,
        List<MovedNote> moved) {

    /** A note that was moved here. */
    public record MovedNote(String address, Message held) {}

    /**
     * One session.
     *
     * @param address where it is read
     * @param when its day and time
     * @param length how long, or since when it goes on
     * @param places where hands were and what let go there
     * @param stopped whether the client gave the stop signal
     * @param note how far its note is; empty where it goes on
     * @param distress from first to last, where it was told
     */
    public record SessionRow(
            String address,
            Message when,
            Message length,
            List<Message> places,
            boolean stopped,
            Optional<Message> note,
            Optional<Message> distress) {}
}
