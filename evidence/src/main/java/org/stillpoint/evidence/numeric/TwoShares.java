package org.stillpoint.evidence.numeric;

/**
 * Two independent shares side by side: {@code of} people among whom {@code count} responded, in either group.
 *
 * @param firstCount from 0 to {@code firstOf}
 * @param firstOf above 0
 */
public record TwoShares(int firstCount, int firstOf, int secondCount, int secondOf) {

    /** The 97.5 % point as papers round it; dimensionless. */
    private static final double CUSTOMARY = 1.96;

    public TwoShares {
        if (firstOf < 1 || secondOf < 1) {
            throw new IllegalArgumentException("a share of " + firstOf + " and of " + secondOf + "; 1 or more needed");
        }
    }

    /** First share less second share. */
    public double difference() {
        return share(firstCount, firstOf) - share(secondCount, secondOf);
    }

    /**
     * The interval of the difference that holds 95 %: the hybrid of the two Wilson scores (Newcombe 1998, Statistics in Medicine
     * 17:873, method 10). It stays within -1 to 1 and has a width even where everybody responded, or nobody.
     */
    public double[] newcombe() {
        double p = share(firstCount, firstOf);
        double q = share(secondCount, secondOf);
        double[] a = wilson(firstCount, firstOf);
        double[] b = wilson(secondCount, secondOf);
        return new double[] {
            p - q - Math.hypot(p - a[0], b[1] - q), p - q + Math.hypot(a[1] - p, q - b[0]),
        };
    }

    /** The same by the normal distribution (Wald): as old papers print it; no width at 0 and 1, and it may leave -1 to 1. */
    public double[] wald() {
        double p = share(firstCount, firstOf);
        double q = share(secondCount, secondOf);
        double reach = CUSTOMARY * Math.sqrt(p * (1 - p) / firstOf + q * (1 - q) / secondOf);
        return new double[] {p - q - reach, p - q + reach};
    }

    private static double share(int count, int of) {
        return count / (double) of;
    }

    /** Wilson 1927: the shares that a score test would not reject. */
    private static double[] wilson(int count, int of) {
        double z2 = Normal.Z975 * Normal.Z975;
        double p = share(count, of);
        double middle = p + z2 / (2 * of);
        double reach = Normal.Z975 * Math.sqrt(p * (1 - p) / of + z2 / (4.0 * of * of));
        return new double[] {
            Math.max(0, (middle - reach) / (1 + z2 / of)), Math.min(1, (middle + reach) / (1 + z2 / of))
        };
    }
}
