package org.stillpoint.web.followup;

import java.util.List;
import java.util.Optional;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.words.Message;

/**
 * Everybody who is to be asked how it went.
 *
 * @param rows whose session ended earliest first
 * @param more whether there may be more
 * @param toRing whom no mail reminds
 */
public record AllFollowUpsPage(List<FollowUpRow> rows, boolean more, List<RingRow> toRing) {

    /**
     * Somebody to ring.
     *
     * @param what of
     * @param why no mail reaches them
     * @param phone their number as it is written, or empty
     * @param dialled the same as it is dialled, or empty
     */
    public record RingRow(ClientHead head, Message what, Optional<Message> why, String phone, String dialled) {}
}
