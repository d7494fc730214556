package org.stillpoint.evidence.numeric;

import org.hipparchus.special.Erf;

/** The standard normal distribution. */
public final class Normal {

    /** 97.5 % point; dimensionless. */
    public static final double Z975 = quantile(0.975);

    private static final double LOG_ROOT_TWO_PI = 0.5 * Math.log(2 * Math.PI);

    private Normal() {}

    public static double cdf(double z) {
        return 0.5 * Erf.erfc(-z / Math.sqrt(2));
    }

    public static double logDensity(double z) {
        return -0.5 * z * z - LOG_ROOT_TWO_PI;
    }

    public static double density(double z) {
        return Math.exp(logDensity(z));
    }

    /** The value that a share {@code p} lies below; {@code 0 < p < 1}. */
    public static double quantile(double p) {
        return -Math.sqrt(2) * Erf.erfcInv(2 * p);
    }
}
