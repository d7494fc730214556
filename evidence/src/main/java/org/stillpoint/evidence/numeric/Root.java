package org.stillpoint.evidence.numeric;

import java.util.function.DoubleUnaryOperator;

/**
 * Roots of functions of one variable by Brent's method (Brent 1973, Algorithms for Minimization Without Derivatives, chapter 4),
 * step for step as R's {@code zeroin2} (src/library/stats/src/zeroin.c). Own code, because published figures rest on where
 * R stops: at its tolerance of 1.2e-4 Hipparchus' {@code BrentSolver} ends 1.6e-6 of tau squared away on the BCG trials, where
 * 1e-6 is asked for. To the last bits both give the same root.
 */
public final class Root {

    private static final double EPSILON = Math.ulp(1.0);
    private static final int MOST_STEPS = 1000;

    private Root() {}

    /** A root to the last few bits between {@code low} and {@code high}, where {@code f} has opposite signs. */
    public static double find(DoubleUnaryOperator f, double low, double high) {
        return find(f, low, high, 0);
    }

    /**
     * A root between {@code low} and {@code high}, to {@code tolerance} (absolute) or the last few bits.
     *
     * @throws IllegalArgumentException if {@code f} has the same sign at both ends
     */
    public static double find(DoubleUnaryOperator f, double low, double high, double tolerance) {
        double a = low;
        double b = high;
        double fa = f.applyAsDouble(a);
        double fb = f.applyAsDouble(b);
        if (fa == 0) {
            return a;
        }
        if (fb == 0) {
            return b;
        }
        if (fa > 0 == fb > 0) {
            throw new IllegalArgumentException("no change of sign between " + low + " and " + high);
        }
        double c = a;
        double fc = fa;
        for (int step = 0; step < MOST_STEPS; step++) {
            double previous = b - a;
            if (Math.abs(fc) < Math.abs(fb)) {
                a = b;
                b = c;
                c = a;
                fa = fb;
                fb = fc;
                fc = fa;
            }
            double near = 2 * EPSILON * Math.abs(b) + tolerance / 2;
            double half = (c - b) / 2;
            if (Math.abs(half) <= near || fb == 0) {
                return b;
            }
            double move = half;
            if (Math.abs(previous) >= near && Math.abs(fa) > Math.abs(fb)) {
                double tried = interpolated(a, b, c, fa, fb, fc, previous, near);
                move = Double.isNaN(tried) ? half : tried;
            }
            if (Math.abs(move) < near) {
                move = Math.copySign(near, move);
            }
            a = b;
            fa = fb;
            b += move;
            fb = f.applyAsDouble(b);
            if (fb > 0 == fc > 0) {
                c = a;
                fc = fa;
            }
        }
        return b;
    }

    /** The step that linear or inverse quadratic interpolation proposes, or NaN where bisection is safer. */
    private static double interpolated(
            double a, double b, double c, double fa, double fb, double fc, double previous, double near) {
        double p;
        double q;
        double width = c - b;
        if (a == c) {
            double t1 = fb / fa;
            p = width * t1;
            q = 1 - t1;
        } else {
            double t0 = fa / fc;
            double t1 = fb / fc;
            double t2 = fb / fa;
            p = t2 * (width * t0 * (t0 - t1) - (b - a) * (t1 - 1));
            q = (t0 - 1) * (t1 - 1) * (t2 - 1);
        }
        if (p > 0) {
            q = -q;
        } else {
            p = -p;
        }
        boolean accepted = p < 0.75 * width * q - Math.abs(near * q) / 2 && p < Math.abs(previous * q / 2);
        return accepted ? p / q : Double.NaN;
    }
}
