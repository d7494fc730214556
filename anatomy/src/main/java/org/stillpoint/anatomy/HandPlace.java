package org.stillpoint.anatomy;

import java.util.List;

/**
 * What a palpating hand feels as one: muscles of one side that it does not tell apart, or a single one.
 *
 * @param name what the table calls it, such as {@code deep_calf}; of a muscle that is told from all others, what that is called there
 * @param muscles ids, as the atlas lists them
 */
public record HandPlace(String name, Side side, HandReach reach, List<String> muscles) {
    /** Copies the list. */
    public HandPlace {
        muscles = List.copyOf(muscles);
    }
}
