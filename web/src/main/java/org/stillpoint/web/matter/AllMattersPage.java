package org.stillpoint.web.matter;

import java.util.List;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.words.Message;

/**
 * Everybody with something worse, a page at a time.
 *
 * @param sentence how many they are
 * @param rows whoever has waited longest first
 * @param previous address of the page before, or empty
 * @param next address of the page after, or empty
 */
public record AllMattersPage(Message sentence, List<WaitingClient> rows, String previous, String next) {

    /**
     * One client who waits for an answer.
     *
     * @param matters the latest of what is worse, with its day
     */
    public record WaitingClient(ClientHead head, List<Message> matters) {}
}
