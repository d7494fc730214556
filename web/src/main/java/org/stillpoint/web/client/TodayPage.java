package org.stillpoint.web.client;

import java.util.List;
import java.util.Optional;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.words.Message;

/**
 * The first page after signing in, and who was found by name.
 *
 * @param date today, in words
 * @param sentence what today asks for
 * @param query what was searched for; empty where nothing was
 * @param found how many were found
 * @param clients how many there are in the practice
 * @param worse how many there are with something worse, as long as nobody has written what was done
 * @param moreWorse how many of them are not on this page
 * @param rows those with something worse first, then those with an open session, then those seen last; or who was
 *     found, by name
 * @param missing what the record lost
 * @param backup when it was last backed up
 * @param clock what is odd about the machine's clock
 * @param unreadable ids of those of whom something cannot be read
 * @param emergencies records that were opened in an emergency
 * @param mayHaveAnEmergency whether the reader may open one
 */
public record TodayPage(
        String date,
        Message sentence,
        String query,
        Optional<Message> found,
        int clients,
        int worse,
        int moreWorse,
        List<ClientRow> rows,
        List<Message> missing,
        Message backup,
        Optional<Message> clock,
        List<String> unreadable,
        List<OpenedRecord> emergencies,
        boolean mayHaveAnEmergency) {

    /** Whether there are clients who are not on this page. */
    public boolean hasMore() {
        return found.isEmpty() && clients > rows.size();
    }

    /**
     * A record that somebody opened in an emergency.
     *
     * @param address where it is said that this was seen
     */
    public record OpenedRecord(Message opened, String reason, String address) {}

    /**
     * @param head who
     * @param openSession address of the session that goes on, or empty
     * @param worse whether something worse is an open matter
     * @param matters the latest of what is worse, with its day
     * @param toSeal whether a forecast can be sealed before the next session and none waits
     * @param latest what was last, in a few words
     */
    public record ClientRow(
            ClientHead head,
            String openSession,
            boolean worse,
            List<Message> matters,
            boolean toSeal,
            Message latest) {}
}
