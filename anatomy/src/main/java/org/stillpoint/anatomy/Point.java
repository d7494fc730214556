package org.stillpoint.anatomy;

/**
 * A place in the frame of the atlas: metres, x forward, y up, z to the person's right, origin on the ground midway between the
 * feet.
 */
public record Point(double x, double y, double z) {

    public double distanceTo(Point other) {
        return Math.sqrt(sq(x - other.x) + sq(y - other.y) + sq(z - other.z));
    }

    /** The same place on the other half of the body. */
    public Point mirrored() {
        return new Point(x, y, -z);
    }

    private static double sq(double a) {
        return a * a;
    }
}
