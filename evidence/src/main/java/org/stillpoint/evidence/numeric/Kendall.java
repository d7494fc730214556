package org.stillpoint.evidence.numeric;

import java.util.Arrays;

/**
 * Kendall's rank correlation. Own code, because Hipparchus' {@code KendallsCorrelation} gives tau-b alone: neither tau-a nor a p.
 *
 * @param tauA concordant less discordant pairs over all pairs
 * @param tauB the same over the pairs that are not tied, geometric mean of both sides
 * @param p two-sided p: exact without ties up to 50 pairs of values (as R), else normal with the variance for ties
 */
public record Kendall(double tauA, double tauB, double p) {

    private static final int MOST_EXACT = 50;

    /** {@code x} and {@code y} of one length, two or more. */
    public static Kendall of(double[] x, double[] y) {
        return of(x, y, true);
    }

    /** As {@link #of(double[], double[])} but always with the normal distribution. */
    public static Kendall ofNormal(double[] x, double[] y) {
        return of(x, y, false);
    }

    private static Kendall of(double[] x, double[] y, boolean exactIfPossible) {
        int n = x.length;
        long s = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                s += Math.round(Math.signum(x[i] - x[j]) * Math.signum(y[i] - y[j]));
            }
        }
        double pairs = n * (n - 1) / 2.0;
        Ties tx = Ties.of(x);
        Ties ty = Ties.of(y);
        double tauB = s / Math.sqrt((pairs - tx.pairs) * (pairs - ty.pairs));
        boolean exact = exactIfPossible && tx.pairs == 0 && ty.pairs == 0 && n < MOST_EXACT;
        return new Kendall(s / pairs, tauB, exact ? exactP(n, s) : normalP(n, s, tx, ty));
    }

    private static double normalP(int n, long s, Ties x, Ties y) {
        double variance = (n * (n - 1.0) * (2 * n + 5) - x.cubes - y.cubes) / 18
                + x.pairs * 2 * (y.pairs * 2) / (2 * n * (n - 1.0))
                + (n > 2 ? x.triples * y.triples / (9 * n * (n - 1.0) * (n - 2)) : 0);
        return 2 * Normal.cdf(-Math.abs(s) / Math.sqrt(variance));
    }

    /** Number of inversions is spread as the product of uniform counts 0..i (Kendall 1970). */
    private static double exactP(int n, long s) {
        int pairs = n * (n - 1) / 2;
        double[] share = {1};
        for (int i = 2; i <= n; i++) {
            double[] next = new double[share.length + i - 1];
            for (int a = 0; a < share.length; a++) {
                for (int b = 0; b < i; b++) {
                    next[a + b] += share[a] / i;
                }
            }
            share = next;
        }
        int concordant = (int) ((s + pairs) / 2);
        double below = 0;
        double above = 0;
        for (int t = 0; t < share.length; t++) {
            below += t <= concordant ? share[t] : 0;
            above += t >= concordant ? share[t] : 0;
        }
        return Math.min(1, 2 * Math.min(below, above));
    }

    private record Ties(double pairs, double cubes, double triples) {
        static Ties of(double[] x) {
            double[] sorted = x.clone();
            Arrays.sort(sorted);
            double pairs = 0;
            double cubes = 0;
            double triples = 0;
            for (int i = 0; i < sorted.length; ) {
                int j = i;
                while (j < sorted.length && sorted[j] == sorted[i]) {
                    j++;
                }
                double t = j - i;
                pairs += t * (t - 1) / 2;
                cubes += t * (t - 1) * (2 * t + 5);
                triples += t * (t - 1) * (t - 2);
                i = j;
            }
            return new Ties(pairs, cubes, triples);
        }
    }
}
