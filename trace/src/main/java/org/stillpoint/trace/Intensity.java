package org.stillpoint.trace;

import java.util.Arrays;

/**
 * What a map says of the felt load in each region, and how surely: the drive {@code -log(1 - pain / 10)}, whose noise grows with the pain.
 *
 * @param drive of each region, 0 where none was marked
 * @param slope drive per point of pain, between none and what was marked: with it, noise of one point is noise of so much drive
 * @param asked regions for which there is an answer
 * @param noise first guess of the noise of a region, standard deviation, points
 */
record Intensity(double[] drive, double[] slope, int[] asked, double noise) {
    /** Pain above this counts as this when its saturation is undone: 10 would stand for an endless load. */
    private static final double MOST_PAIN = 9.5;

    /** Variance of rounding to whole points, square points: 1/12. */
    static final double ROUNDING = 1.0 / 12;

    /** The first guess errs on the low side: a fit that starts with much noise stays silent. Chosen on simulated lives. */
    private static final double FIRST_GUESS = 0.5;

    /** Half a point: what is marked 0 was below it. */
    private static final double BELOW = 0.5;

    static Intensity of(Observation observation) {
        double[] pain = observation.pain();
        int[] asked = new int[pain.length];
        int count = 0;
        int painless = 0;
        double squares = 0;
        double[] drive = new double[pain.length];
        double[] slope = new double[pain.length];
        for (int r = 0; r < pain.length; r++) {
            double points = pain[r];
            if (!Double.isNaN(points)) {
                asked[count++] = r;
                painless += points == 0 ? 1 : 0;
                squares += points * points;
                drive[r] = drive(points);
                slope[r] = points > 0 ? drive[r] / points : 0.1;
            }
        }
        // Were all marks noise, as many regions would fall below half a point as are painless: the normal quantile by
        // Winitzki 2008.
        double share = Math.clamp((painless + 1.0) / (count + 2), 0.55, 0.999);
        double byZeros = BELOW / (Math.sqrt(2) * inverseErf(2 * share - 1));
        double bySquares = Math.sqrt(2 * squares / Math.max(1, count));
        return new Intensity(drive, slope, Arrays.copyOf(asked, count), FIRST_GUESS * Math.min(byZeros, bySquares));
    }

    /** What a pain of 0 to 10 says of the felt load: the inverse of its saturation in the model of a life. */
    static double drive(double pain) {
        return -Math.log1p(-Math.min(pain, MOST_PAIN) / 10);
    }

    /**
     * The inverse error function by Winitzki 2008, to two in a thousand. No library's, which would be exact: it only says where a fit
     * starts, and every published figure of the trace was made from this start.
     */
    private static double inverseErf(double x) {
        double log = Math.log1p(-x * x);
        double a = 0.147;
        double b = 2 / (Math.PI * a) + log / 2;
        return Math.sqrt(Math.sqrt(b * b - log / a) - b);
    }
}
