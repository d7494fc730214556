package org.stillpoint.web.client;

import java.util.List;
import org.stillpoint.anatomy.PainRegion;
import org.stillpoint.record.history.EventKind;
import org.stillpoint.record.history.ForceDirection;
import org.stillpoint.record.history.Mechanism;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;

/**
 * An event to be told, or told differently while it may still be changed.
 *
 * @param head whose
 * @param id made before the form is filled in, so that sending it twice adds one event
 * @param version the version that the form was made from, or empty for a new event
 * @param form what was typed
 * @param front the regions of the front
 * @param back the regions of the back
 * @param view from where the most of the chosen places are seen
 * @param surfacedPossible whether a session has been held, in which an event may have surfaced
 * @param saved whether another was saved just now
 */
public record EventPage(
        ClientHead head,
        String id,
        String version,
        Form form,
        List<PainRegion> front,
        List<PainRegion> back,
        String view,
        boolean surfacedPossible,
        boolean saved) {

    public boolean fresh() {
        return version.isEmpty();
    }

    public EventKind[] kinds() {
        return EventKind.values();
    }

    /** The ways of which it is known what braces in this kind of event. */
    public List<Mechanism> mechanisms(EventKind kind) {
        return Mechanism.of(kind);
    }

    public List<ForceDirection> directions() {
        return List.of(ForceDirection.values());
    }

    public String action() {
        return fresh() ? head.path() + "/events" : head.path() + "/events/" + id;
    }
}
