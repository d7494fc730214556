package org.stillpoint.web.session;

import org.stillpoint.anatomy.PainRegion;
import org.stillpoint.record.session.Heading;

/** The ways in which a therapist points along the body from where hands lie; each may go deeper or to the surface beside. */
public enum ArcWay {
    HEAD_RIGHT(1, 1),
    HEAD(1, 0),
    HEAD_LEFT(1, -1),
    RIGHT(0, 1),
    STRAIGHT(0, 0),
    LEFT(0, -1),
    FEET_RIGHT(-1, 1),
    FEET(-1, 0),
    FEET_LEFT(-1, -1);

    private final int up;
    private final int right;

    ArcWay(int up, int right) {
        this.up = up;
        this.right = right;
    }

    /**
     * In the frame of the atlas.
     *
     * @param deeper 1 into the body, 0 along it, -1 towards the surface; straight is always into it
     * @param view from which side hands lie on it
     */
    Heading from(int deeper, PainRegion.View view) {
        int inwards = this == STRAIGHT ? 1 : deeper;
        return Heading.along(view == PainRegion.View.FRONT ? -inwards : inwards, up, right);
    }
}
