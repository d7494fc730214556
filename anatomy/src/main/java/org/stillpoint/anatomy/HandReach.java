package org.stillpoint.anatomy;

/** From where a palpating hand comes to a muscle. */
public enum HandReach {
    /** Through the skin. */
    OUTSIDE,
    /** From within the body alone, which is no part of this trade. */
    INSIDE,
    /** Not at all. */
    NONE
}
