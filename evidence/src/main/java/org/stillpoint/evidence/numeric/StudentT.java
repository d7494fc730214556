package org.stillpoint.evidence.numeric;

import org.hipparchus.special.Beta;

/** Student's t distribution with a whole or fractional number of degrees of freedom. */
public final class StudentT {

    /** Above this the finite series costs more than the continued fraction. */
    private static final int LONGEST_SERIES = 400;

    private StudentT() {}

    /** P(T <= t), accurate in the tails (regularised incomplete beta); {@code df > 0}. */
    public static double cdf(double t, double df) {
        if (t == 0) {
            return 0.5;
        }
        double x = df / (df + t * t);
        double tail = 0.5 * Beta.regularizedBeta(x, df / 2, 0.5, 1e-15, 100_000);
        return t < 0 ? tail : 1 - tail;
    }

    /**
     * P(T <= t) to about 1e-14 absolute, by the finite series for whole df (Abramowitz and Stegun 1964, 26.7.3-4): fast
     * enough for root finding over a mixture.
     */
    static double bodyCdf(double t, int df) {
        if (df > LONGEST_SERIES) {
            return cdf(t, df);
        }
        double cos2 = df / (df + t * t);
        double sin = t / Math.sqrt(df + t * t);
        double term = 1;
        double sum = 1;
        if ((df & 1) == 0) {
            for (int i = 2; i < df; i += 2) {
                term *= cos2 * (i - 1) / i;
                sum += term;
            }
            return 0.5 + 0.5 * sin * sum;
        }
        double angle = Math.atan(t / Math.sqrt(df));
        if (df == 1) {
            return 0.5 + angle / Math.PI;
        }
        double cos = Math.sqrt(cos2);
        for (int i = 3; i < df; i += 2) {
            term *= cos2 * (i - 1) / i;
            sum += term;
        }
        return 0.5 + (angle + sin * cos * sum) / Math.PI;
    }

    /** The value that a share {@code p} of the distribution lies below; {@code 0 < p < 1}. */
    public static double quantile(double p, double df) {
        return new org.hipparchus.distribution.continuous.TDistribution(df, 1e-14).inverseCumulativeProbability(p);
    }

    /** Logarithm of the density at {@code t}, constants included. */
    public static double logDensity(double t, double df) {
        return logConstant(df) - (df + 1) / 2 * Math.log1p(t * t / df);
    }

    static double logConstant(double df) {
        return org.hipparchus.special.Gamma.logGamma((df + 1) / 2)
                - org.hipparchus.special.Gamma.logGamma(df / 2)
                - 0.5 * Math.log(df * Math.PI);
    }
}
