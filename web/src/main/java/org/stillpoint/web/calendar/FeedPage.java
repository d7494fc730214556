package org.stillpoint.web.calendar;

import java.util.Optional;
import org.stillpoint.record.calendar.FeedNames;
import org.stillpoint.words.Message;

/**
 * The address of somebody's own calendar.
 *
 * @param made the address, shown once
 * @param since when the one that stands was made; empty where there is none
 * @param names what it shows of whoever comes, or would
 * @param said what was just done
 */
public record FeedPage(Optional<MadeAddress> made, Optional<Message> since, FeedNames names, Optional<Message> said) {

    /**
     * @param address whole
     * @param thisMachineOnly whether no other machine reaches it
     */
    public record MadeAddress(String address, boolean thisMachineOnly) {}

    public FeedNames[] choices() {
        return FeedNames.values();
    }
}
