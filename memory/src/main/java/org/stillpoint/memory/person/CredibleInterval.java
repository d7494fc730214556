package org.stillpoint.memory.person;

/**
 * What is known of one parameter: it lies between low and high with probability 0.9, above and below the middle with equal probability.
 *
 * @param low twentieth part of the posterior
 * @param middle half of it
 * @param high nineteen twentieths
 */
public record CredibleInterval(double low, double middle, double high) {
    private static final double COVERED = 0.9;

    /**
     * From the mass in cells of equal width.
     *
     * @param mass of each cell, need not sum to 1
     * @param from left edge of the first cell
     * @param to right edge of the last
     */
    static CredibleInterval of(double[] mass, double from, double to) {
        return new CredibleInterval(
                quantile(mass, from, to, (1 - COVERED) / 2),
                quantile(mass, from, to, 0.5),
                quantile(mass, from, to, (1 + COVERED) / 2));
    }

    private static double quantile(double[] mass, double from, double to, double share) {
        double total = 0;
        for (double each : mass) {
            total += each;
        }
        double width = (to - from) / mass.length;
        double below = 0;
        for (int k = 0; k < mass.length; k++) {
            if (below + mass[k] >= share * total) {
                return from + width * (k + (mass[k] > 0 ? (share * total - below) / mass[k] : 0));
            }
            below += mass[k];
        }
        return to;
    }

    CredibleInterval exponential() {
        return new CredibleInterval(Math.exp(low), Math.exp(middle), Math.exp(high));
    }
}
