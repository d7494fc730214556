package org.stillpoint.trace;

import java.util.List;
import org.stillpoint.anatomy.MuscleId;

/**
 * A muscle whose palpation would tell something.
 *
 * @param bits information expected from feeling it
 * @param touchedBy ids of the told events that touched it, in the order told
 */
public record NextPlace(MuscleId muscle, double bits, List<String> touchedBy) {
    /** Copies the list. */
    public NextPlace {
        touchedBy = List.copyOf(touchedBy);
    }
}
