package org.stillpoint.evidence.numeric;

import org.hipparchus.special.Beta;

/** Student's t distribution with a whole or fractional number of degrees of freedom. */
public final class StudentT {

    /** Above this the finite series costs more than the continued fraction. */
    private static final int LONGEST_SERIES = 400;

    private StudentT() {}

    /** P(T <= t), accurate in the tails and about 0 (regularised incomplete beta); {@code df > 0}. */
    public static double cdf(double t, double df) {
        double t2 = t * t;
        if (t2 < 1) {
            double inside = 0.5 * Beta.regularizedBeta(t2 / (df + t2), 0.5, df / 2, 1e-15, 100_000);
            return t < 0 ? 0.5 - inside : 0.5 + inside;
        }
        double tail = 0.5 * Beta.regularizedBeta(df / (df + t2), df / 2, 0.5, 1e-15, 100_000);
        return t < 0 ? tail : 1 - tail;
    }

    /**
     * P(T <= t) to about 1e-14 absolute and the density at many points at once, by the finite series for whole df (Abramowitz
     * and Stegun 1964, 26.7.3-4): fast enough for root finding over a mixture. The loops over points come inside those over
     * terms, so that they compile to vector instructions.
     *
     * @param t points
     * @param below receives P(T <= t)
     * @param density receives the density
     */
    static void body(double[] t, int df, double[] below, double[] density) {
        int n = t.length;
        if (df > LONGEST_SERIES) {
            for (int i = 0; i < n; i++) {
                below[i] = cdf(t[i], df);
                density[i] = Math.exp(logDensity(t[i], df));
            }
            return;
        }
        double[] cos2 = new double[n];
        double[] term = new double[n];
        double[] sum = new double[n];
        for (int i = 0; i < n; i++) {
            cos2[i] = df / (df + t[i] * t[i]);
            term[i] = 1;
            sum[i] = 1;
        }
        boolean even = (df & 1) == 0;
        double product = 1;
        for (int k = even ? 2 : 3; k < df; k += 2) {
            double ratio = (k - 1.0) / k;
            product *= ratio;
            for (int i = 0; i < n; i++) {
                term[i] *= ratio * cos2[i];
                sum[i] += term[i];
            }
        }
        double constant = Math.exp(logConstant(df));
        for (int i = 0; i < n; i++) {
            double cos = Math.sqrt(cos2[i]);
            double sin = t[i] / Math.sqrt(df + t[i] * t[i]);
            double angle = even ? 0 : Math.atan(t[i] / Math.sqrt(df));
            double odd = df == 1 ? angle : angle + sin * cos * sum[i];
            below[i] = even ? 0.5 + 0.5 * sin * sum[i] : 0.5 + odd / Math.PI;
            // The last term of the series holds the power of the cosine that the density needs, but for a few.
            double power = df == 1 ? 1 : term[i] / product * (even ? cos : cos2[i]);
            density[i] = constant * cos2[i] * power;
        }
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
