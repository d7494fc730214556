package org.stillpoint.anatomy;

/**
 * Where a body of a published model stands: its own coordinates times a scale, turned, and moved to its origin.
 *
 * @param turn rotation from the body to the frame it is placed in, row by row
 * @param scale a ratio
 */
record ArmFrame(Point origin, double[] turn, double scale) {

    static final double[] UNTURNED = {1, 0, 0, 0, 1, 0, 0, 0, 1};

    /** Right, up, backward of DAS3 as forward, up, right. */
    static final double[] FROM_DAS3 = {0, 0, -1, 0, 1, 0, 1, 0, 0};

    Point place(Point own) {
        return plus(origin, times(turned(turn, own), scale));
    }

    Point own(Point placed) {
        return times(turned(transposed(turn), minus(placed, origin)), 1 / scale);
    }

    /** A direction of the body in the frame that it is placed in. */
    Point direction(Point own) {
        return turned(turn, own);
    }

    /** A body that hangs on this one at a place of it, turned against it. */
    ArmFrame child(Point at, double[] against) {
        return new ArmFrame(place(at), product(turn, against), scale);
    }

    static Point plus(Point a, Point b) {
        return new Point(a.x() + b.x(), a.y() + b.y(), a.z() + b.z());
    }

    static Point minus(Point a, Point b) {
        return plus(a, times(b, -1));
    }

    static Point times(Point a, double factor) {
        return new Point(a.x() * factor, a.y() * factor, a.z() * factor);
    }

    static double dot(Point a, Point b) {
        return a.x() * b.x() + a.y() * b.y() + a.z() * b.z();
    }

    static Point cross(Point a, Point b) {
        return new Point(a.y() * b.z() - a.z() * b.y(), a.z() * b.x() - a.x() * b.z(), a.x() * b.y() - a.y() * b.x());
    }

    static double length(Point a) {
        return Math.sqrt(dot(a, a));
    }

    static Point unit(Point a) {
        return times(a, 1 / length(a));
    }

    static Point between(Point a, Point b, double part) {
        return plus(times(a, 1 - part), times(b, part));
    }

    static Point turned(double[] m, Point p) {
        return new Point(
                m[0] * p.x() + m[1] * p.y() + m[2] * p.z(),
                m[3] * p.x() + m[4] * p.y() + m[5] * p.z(),
                m[6] * p.x() + m[7] * p.y() + m[8] * p.z());
    }

    static double[] transposed(double[] m) {
        return new double[] {m[0], m[3], m[6], m[1], m[4], m[7], m[2], m[5], m[8]};
    }

    static double[] product(double[] a, double[] b) {
        double[] c = new double[9];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                for (int k = 0; k < 3; k++) {
                    c[3 * i + j] += a[3 * i + k] * b[3 * k + j];
                }
            }
        }
        return c;
    }

    /** The rotation whose columns are the three directions. */
    static double[] columns(Point a, Point b, Point c) {
        return new double[] {a.x(), b.x(), c.x(), a.y(), b.y(), c.y(), a.z(), b.z(), c.z()};
    }

    /** Rodrigues: a turn by an angle, rad, about an axis. */
    static double[] about(Point axis, double angle) {
        Point u = unit(axis);
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        double v = 1 - c;
        return new double[] {
            c + u.x() * u.x() * v,
            u.x() * u.y() * v - u.z() * s,
            u.x() * u.z() * v + u.y() * s,
            u.y() * u.x() * v + u.z() * s,
            c + u.y() * u.y() * v,
            u.y() * u.z() * v - u.x() * s,
            u.z() * u.x() * v - u.y() * s,
            u.z() * u.y() * v + u.x() * s,
            c + u.z() * u.z() * v
        };
    }

    /** Turned about x, then about the new y, then about the new z, as OpenSim turns its wrap objects. */
    static double[] turnedXyz(double x, double y, double z) {
        return product(
                product(about(new Point(1, 0, 0), x), about(new Point(0, 1, 0), y)), about(new Point(0, 0, 1), z));
    }
}
