package org.stillpoint.web.client;

import java.util.List;
import java.util.Optional;
import org.stillpoint.web.followup.FollowUpRow;
import org.stillpoint.web.note.NotesToSignPage.ToSignRow;
import org.stillpoint.web.request.RequestRow;
import org.stillpoint.words.Message;

/**
 * The first page after signing in.
 *
 * @param date today, in words
 * @param comes who comes today; empty where nobody does
 * @param sentence what today asks for
 * @param next the next who comes today, and is prepared for
 * @param hours who comes today
 * @param week who comes in the days after
 * @param clients how many there are in the practice
 * @param worse how many there are with something worse, as long as nobody has written what was done
 * @param moreWorse how many of them are not on this page
 * @param rows those with something worse first, then those with an open session, then those seen last, where nobody comes
 * @param toSign notes that wait to be signed, the session held first first
 * @param moreToSign whether there are more on a page of their own
 * @param toAsk who is to be asked how it went after their session
 * @param moreToAsk whether there are more on a page of their own
 * @param toRing how many are to be rung because no mail reminds them
 * @param asked what clients asked of the practice, the earliest first
 * @param missing what the record lost
 * @param backup when it was last backed up
 * @param clock what is odd about the machine's clock
 * @param unreadable ids of those of whom something cannot be read
 * @param emergencies records that were opened in an emergency
 * @param mayHaveAnEmergency whether the reader may open one
 */
public record TodayPage(
        String date,
        Optional<Message> comes,
        Message sentence,
        Optional<HourRow> next,
        List<HourRow> hours,
        List<HourRow> week,
        int clients,
        int worse,
        int moreWorse,
        List<ClientRow> rows,
        List<ToSignRow> toSign,
        boolean moreToSign,
        List<FollowUpRow> toAsk,
        boolean moreToAsk,
        int toRing,
        List<RequestRow> asked,
        List<Message> missing,
        Message backup,
        Optional<Message> clock,
        List<String> unreadable,
        List<OpenedRecord> emergencies,
        boolean mayHaveAnEmergency) {

    /** Whether there are clients who are not on this page. */
    public boolean hasMore() {
        return clients > rows.size() && !booked();
    }

    /** Whether anybody comes today or in the days after: then it is they whom the page is about. */
    public boolean booked() {
        return !hours.isEmpty() || !week.isEmpty();
    }

    /**
     * A record that somebody opened in an emergency.
     *
     * @param address where it is said that this was seen
     */
    public record OpenedRecord(Message opened, String reason, String address) {}
}
