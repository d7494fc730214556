package org.stillpoint.evidence.numeric;

import org.hipparchus.special.Gamma;

/** The chi-squared distribution. */
public final class ChiSquared {

    private ChiSquared() {}

    /** P(X > x), accurate in the far tail. */
    public static double tail(double x, double df) {
        return x <= 0 ? 1 : Gamma.regularizedGammaQ(df / 2, x / 2, 1e-15, 100_000);
    }

    /** P(X <= x). */
    public static double cdf(double x, double df) {
        return x <= 0 ? 0 : Gamma.regularizedGammaP(df / 2, x / 2, 1e-15, 100_000);
    }

    /** The value that a share {@code p} lies below; {@code 0 < p < 1}. */
    public static double quantile(double p, double df) {
        double high = df + 10 * Math.sqrt(2 * df) + 20;
        return Root.find(x -> cdf(x, df) - p, 0, high);
    }
}
