package org.stillpoint.strain;

/** Finite rotations as 3 x 3 matrices, row by row, and what a force does when its point of attack turns. */
final class Rotation {

    private Rotation() {}

    /** Rotation by the vector {@code w} (axis times angle in radians), Rodrigues 1840. */
    static double[] exp(double x, double y, double z) {
        double angle2 = x * x + y * y + z * z;
        double angle = Math.sqrt(angle2);
        double a = angle < 1e-4 ? 1 - angle2 / 6 : Math.sin(angle) / angle;
        double b = angle < 1e-4 ? 0.5 - angle2 / 24 : (1 - Math.cos(angle)) / angle2;
        return new double[] {
            1 - b * (y * y + z * z),
            b * x * y - a * z,
            b * x * z + a * y,
            b * x * y + a * z,
            1 - b * (x * x + z * z),
            b * y * z - a * x,
            b * x * z - a * y,
            b * y * z + a * x,
            1 - b * (x * x + y * y)
        };
    }

    /** The vector of a rotation, for angles below pi. */
    static double[] log(double[] r) {
        double cos = Math.max(-1, Math.min(1, (r[0] + r[4] + r[8] - 1) / 2));
        double x = (r[7] - r[5]) / 2;
        double y = (r[2] - r[6]) / 2;
        double z = (r[3] - r[1]) / 2;
        double sin = Math.sqrt(x * x + y * y + z * z);
        double angle = Math.atan2(sin, cos);
        double factor = sin < 1e-6 ? 1 + angle * angle / 6 : angle / sin;
        return new double[] {factor * x, factor * y, factor * z};
    }

    static double[] multiply(double[] a, double[] b) {
        double[] c = new double[9];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                c[3 * i + j] = a[3 * i] * b[j] + a[3 * i + 1] * b[3 + j] + a[3 * i + 2] * b[6 + j];
            }
        }
        return c;
    }

    /** {@code a} transposed times {@code b}. */
    static double[] transposedTimes(double[] a, double[] b) {
        double[] c = new double[9];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                c[3 * i + j] = a[i] * b[j] + a[3 + i] * b[3 + j] + a[6 + i] * b[6 + j];
            }
        }
        return c;
    }

    static double[] apply(double[] r, double x, double y, double z) {
        return new double[] {
            r[0] * x + r[1] * y + r[2] * z, r[3] * x + r[4] * y + r[5] * z, r[6] * x + r[7] * y + r[8] * z
        };
    }

    /**
     * The inverse transposed left Jacobian of the rotation vector times {@code m}: turns a moment conjugate to the vector into
     * one conjugate to spin (Bullo & Murray 1995).
     */
    static double[] spinMoment(double[] vector, double[] m) {
        double x = vector[0];
        double y = vector[1];
        double z = vector[2];
        double angle2 = x * x + y * y + z * z;
        double angle = Math.sqrt(angle2);
        double factor = angle < 1e-3 ? 1.0 / 12 : 1 / angle2 - (1 + Math.cos(angle)) / (2 * angle * Math.sin(angle));
        double[] one = {y * m[2] - z * m[1], z * m[0] - x * m[2], x * m[1] - y * m[0]};
        double[] two = {y * one[2] - z * one[1], z * one[0] - x * one[2], x * one[1] - y * one[0]};
        return new double[] {
            m[0] + one[0] / 2 + factor * two[0],
            m[1] + one[1] / 2 + factor * two[1],
            m[2] + one[2] / 2 + factor * two[2]
        };
    }

    /**
     * Adds the stiffness of a steady force whose point of attack turns with its segment: {@code (f r^T + r f^T)/2 - (f.r) I}.
     *
     * @param at where the 3 x 3 block starts in {@code into}
     * @param width numbers a row of {@code into}
     */
    static void addTurningStiffness(double[] f, int fAt, double[] r, int rAt, double[] into, int at, int width) {
        double dot = f[fAt] * r[rAt] + f[fAt + 1] * r[rAt + 1] + f[fAt + 2] * r[rAt + 2];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                into[at + i * width + j] += 0.5 * (f[fAt + i] * r[rAt + j] + r[rAt + i] * f[fAt + j]);
            }
            into[at + i * width + i] -= dot;
        }
    }
}
