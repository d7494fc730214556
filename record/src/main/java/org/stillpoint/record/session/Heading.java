package org.stillpoint.record.session;

import org.stillpoint.record.BadValue;

/** A direction in the frame of the atlas, of length 1: x forward, y up, z to the person's right. */
public record Heading(double x, double y, double z) {
    private static final double LENGTH_WITHIN = 1e-6;

    public Heading {
        double length = Math.sqrt(x * x + y * y + z * z);
        if (!(Math.abs(length - 1) <= LENGTH_WITHIN)) {
            throw new BadValue("length of a direction", String.valueOf(length), "1");
        }
    }

    /**
     * The direction of an arrow of any length.
     *
     * @throws BadValue if it has no length
     */
    public static Heading along(double x, double y, double z) {
        double length = Math.sqrt(x * x + y * y + z * z);
        if (!(length > 0) || Double.isInfinite(length)) {
            throw new BadValue("length of a direction", String.valueOf(length), "more than 0");
        }
        return new Heading(x / length, y / length, z / length);
    }

    /** The cosine of the angle to another. */
    public double cosine(Heading other) {
        return x * other.x + y * other.y + z * other.z;
    }
}
