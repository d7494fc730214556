package org.stillpoint.web.plan;

import java.util.List;
import java.util.Optional;
import org.stillpoint.record.plan.PlanTurn;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.Message;

/**
 * The plan of a client's next session.
 *
 * @param plan id of what is kept, made with the page where nothing is yet
 * @param version that was seen
 * @param rows the places in their order
 * @param leftOut places that are left out, and why
 * @param length how long
 * @param slower why it is shorter and more gentle; empty where it is as usual
 * @param own places that the therapist added
 * @param goingOn address of the session that goes on, or empty: then nothing is chosen here
 * @param said what came of keeping it
 * @param view from where the body is seen
 */
public record SessionPlanPage(
        ClientHead head,
        String plan,
        int version,
        List<PlannedRow> rows,
        List<Message> leftOut,
        Message length,
        List<Message> slower,
        List<OwnPlace> own,
        String goingOn,
        Form form,
        Optional<Message> said,
        String view) {

    /**
     * A planned place.
     *
     * @param site a region's code or a muscle's id
     * @param askFirst whether the client wants to be asked before
     */
    public record PlannedRow(String site, String name, Message why, boolean askFirst, PlanTurn turn) {}

    /** A place that the therapist added. */
    public record OwnPlace(String site, String name) {}
}
