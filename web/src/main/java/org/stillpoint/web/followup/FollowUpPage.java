package org.stillpoint.web.followup;

import java.util.List;
import java.util.Optional;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.Message;

/**
 * How one client was asked after their latest session.
 *
 * @param id of what is noted, made with the page
 * @param session their latest session that has ended; empty where there is none to ask about
 * @param sentence of which session it is, and how its follow-up stands
 * @param due the follow-up that is due
 * @param asked what was noted so far, the latest first
 */
public record FollowUpPage(
        ClientHead head,
        String id,
        String session,
        Message sentence,
        Optional<FollowUpRow> due,
        List<AskedRow> asked,
        Form form) {

    /** That they were asked once, and what they said. */
    public record AskedRow(Message when, String said) {}
}
