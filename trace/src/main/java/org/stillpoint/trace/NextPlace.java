package org.stillpoint.trace;

import java.util.List;
import org.stillpoint.anatomy.MuscleId;

/**
 * A place whose palpation would tell something.
 *
 * @param muscles those that a hand feels as one there, the most probable first
 * @param bits information expected from feeling it
 * @param touchedBy ids of the told events that touched it, in the order told
 */
public record NextPlace(List<MuscleId> muscles, double bits, List<String> touchedBy) {
    /** Copies the lists. */
    public NextPlace {
        muscles = List.copyOf(muscles);
        touchedBy = List.copyOf(touchedBy);
    }
}
