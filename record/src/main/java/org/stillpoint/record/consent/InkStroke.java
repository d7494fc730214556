package org.stillpoint.record.consent;

import java.util.List;
import org.stillpoint.record.BadValue;

/**
 * A line that was drawn without lifting the pen.
 *
 * @param points 1 to {@value #MOST_POINTS}
 */
public record InkStroke(List<InkPoint> points) {
    /** Own choice, 2026: half a minute of a pen that tells of itself sixty times a second. */
    public static final int MOST_POINTS = 2_000;

    /** The field in which one signs, in its own units. */
    public static final int WIDTH = 1_000;

    public static final int HEIGHT = 300;

    /** A place in the field, from its left upper corner. */
    public record InkPoint(int x, int y) {
        public InkPoint {
            if (x < 0 || x > WIDTH || y < 0 || y > HEIGHT) {
                throw new BadValue("point of a signature", x + "," + y, "0,0 to " + WIDTH + "," + HEIGHT);
            }
        }
    }

    public InkStroke {
        points = List.copyOf(points);
        if (points.isEmpty() || points.size() > MOST_POINTS) {
            throw new BadValue("stroke", "of " + points.size() + " points", "1 to " + MOST_POINTS);
        }
    }
}
