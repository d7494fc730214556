package org.stillpoint.web.outcome;

import java.util.List;
import java.util.Optional;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.Message;

/**
 * Plans drawn by lot for one client.
 *
 * @param head whose
 * @param plans what was drawn, the newest first
 * @param stands whether one of them rules and is not over
 * @param id of the plan to be drawn, so that sending the form twice draws one
 * @param form what was typed so far
 */
public record PlanPage(ClientHead head, List<PlanDrawn> plans, boolean stands, String id, Form form) {

    /**
     * One plan.
     *
     * @param stopped why it was stopped, where it was
     */
    public record PlanDrawn(Message plan, Optional<Message> stopped) {}
}
