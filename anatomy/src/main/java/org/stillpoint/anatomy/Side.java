package org.stillpoint.anatomy;

/** Which half of the body a part belongs to. */
public enum Side {
    RIGHT,
    LEFT,
    MIDLINE;

    /** The other half; the midline is its own. */
    public Side mirrored() {
        return switch (this) {
            case RIGHT -> LEFT;
            case LEFT -> RIGHT;
            case MIDLINE -> MIDLINE;
        };
    }
}
