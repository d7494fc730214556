package org.stillpoint.strain;

import org.stillpoint.anatomy.MuscleId;

/**
 * A muscle that is held shorter than its rest length.
 *
 * @param muscle id of a named muscle
 * @param extent shortening as a fraction of fibre length, 0 to 0.3
 */
public record HeldContraction(MuscleId muscle, double extent) {

    /** Greatest held contraction that the model speaks of, fraction of fibre length (model, section 1). */
    public static final double GREATEST = 0.3;

    public HeldContraction {
        if (!(extent >= 0 && extent <= GREATEST)) {
            throw new IllegalArgumentException(
                    "contraction of " + muscle.value() + " is " + extent + ", allowed is 0 to " + GREATEST);
        }
    }
}
