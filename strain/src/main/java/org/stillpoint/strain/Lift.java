package org.stillpoint.strain;

import org.stillpoint.anatomy.Side;

/**
 * Something firm under one sole.
 *
 * @param side right or left
 * @param metres height, 0 to 0.02 m: more tilts the pelvis by over 6 degrees, which is no small displacement any more
 */
public record Lift(Side side, double metres) {

    /** Greatest height that the model speaks of, m. */
    public static final double GREATEST = 0.02;

    public Lift {
        if (side == Side.MIDLINE) {
            throw new IllegalArgumentException("a lift is under the right or the left sole");
        }
        if (!(metres >= 0 && metres <= GREATEST)) {
            throw new IllegalArgumentException("lift is " + metres + " m, allowed is 0 to " + GREATEST + " m");
        }
    }
}
