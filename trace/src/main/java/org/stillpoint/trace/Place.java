package org.stillpoint.trace;

import java.util.List;

/**
 * A place in the body worth feeling: the fewest muscles that together hold one contraction with the asked probability, if the model holds.
 *
 * @param muscles ids, most probable first
 * @param inclusion probability of each of them to carry this effect, given the model
 * @param coverage their sum
 * @param purity least correlation between the pain patterns of two of them; 1 for a single one
 * @param touchedBy ids of the told events that touched one of them, in the order told; never a statement of cause
 * @param share of the pain on the map that this place accounts for, 0 to 1
 * @param patterns pain that it accounts for in each region, points
 */
public record Place(
        List<String> muscles,
        double[] inclusion,
        double coverage,
        double purity,
        List<String> touchedBy,
        double share,
        double[] patterns) {
    /** Copies the lists. */
    public Place {
        muscles = List.copyOf(muscles);
        touchedBy = List.copyOf(touchedBy);
    }

    /** Whether the muscles of this place cannot be told apart by what was observed. */
    public boolean cannotBeToldApart() {
        return muscles.size() > 1;
    }
}
