package org.stillpoint.trace.susie;

import java.util.function.DoubleUnaryOperator;

/**
 * Minimum of a function of one variable on an interval, by golden sections and parabolas.
 *
 * <p>The steps are those of {@code fmin} (Brent 1973, Algorithms for Minimization without Derivatives, chapter 5; netlib), which R's
 * {@code optimize} uses, so that a fit that rests on it takes the same path as one made with R.
 */
final class BrentMinimum {
    private static final double GOLDEN = (3 - Math.sqrt(5)) / 2;
    private static final double SQRT_EPSILON = Math.sqrt(Math.ulp(1.0));

    private BrentMinimum() {}

    /**
     * Where {@code f} is least between {@code low} and {@code high}.
     *
     * @param tolerance wanted precision of the answer, in the unit of its argument
     */
    static double find(DoubleUnaryOperator f, double low, double high, double tolerance) {
        double a = low;
        double b = high;
        double x = a + GOLDEN * (b - a);
        double w = x;
        double v = x;
        double d = 0;
        double e = 0;
        double fx = f.applyAsDouble(x);
        double fw = fx;
        double fv = fx;
        while (true) {
            double middle = (a + b) / 2;
            double tol1 = SQRT_EPSILON * Math.abs(x) + tolerance / 3;
            double tol2 = 2 * tol1;
            if (Math.abs(x - middle) <= tol2 - (b - a) / 2) {
                return x;
            }
            double p = 0;
            double q = 0;
            double r = 0;
            if (Math.abs(e) > tol1) {
                r = (x - w) * (fx - fv);
                q = (x - v) * (fx - fw);
                p = (x - v) * q - (x - w) * r;
                q = 2 * (q - r);
                if (q > 0) {
                    p = -p;
                } else {
                    q = -q;
                }
                r = e;
                e = d;
            }
            if (Math.abs(p) >= Math.abs(q * r / 2) || p <= q * (a - x) || p >= q * (b - x)) {
                e = x < middle ? b - x : a - x;
                d = GOLDEN * e;
            } else {
                d = p / q;
                double u = x + d;
                if (u - a < tol2 || b - u < tol2) {
                    d = x >= middle ? -tol1 : tol1;
                }
            }
            double u = Math.abs(d) >= tol1 ? x + d : x + Math.copySign(tol1, d);
            double fu = f.applyAsDouble(u);
            if (fu <= fx) {
                if (u < x) {
                    b = x;
                } else {
                    a = x;
                }
                v = w;
                fv = fw;
                w = x;
                fw = fx;
                x = u;
                fx = fu;
            } else {
                if (u < x) {
                    a = u;
                } else {
                    b = u;
                }
                if (fu <= fw || w == x) {
                    v = w;
                    fv = fw;
                    w = u;
                    fw = fu;
                } else if (fu <= fv || v == x || v == w) {
                    v = u;
                    fv = fu;
                }
            }
        }
    }
}
