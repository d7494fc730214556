package org.stillpoint.evidence.numeric;

import java.util.stream.IntStream;

/**
 * A weighted mixture of shifted and scaled Student t distributions with one number of degrees of freedom: the posterior
 * of a coefficient when the covariance is uncertain over a grid.
 */
public final class StudentMixture {

    /** A component lighter than this share moves no quantile by one part in a billion. */
    private static final double NEGLIGIBLE = 1e-12;

    private static final int MOST_STEPS = 200;

    private final double[] weights;
    private final double[] centres;
    private final double[] scales;
    private final int df;

    /**
     * @param weights shares of the components, non-negative, summing to one
     * @param centres location of each component, in units of the outcome
     * @param scales scale of each component, positive, in units of the outcome
     * @param df degrees of freedom, at least 1
     */
    public StudentMixture(double[] weights, double[] centres, double[] scales, int df) {
        if (df < 1) {
            throw new IllegalArgumentException("degrees of freedom " + df + ", allowed: 1 or more");
        }
        this.weights = weights.clone();
        this.centres = centres.clone();
        this.scales = scales.clone();
        this.df = df;
    }

    public int df() {
        return df;
    }

    /** Mean of the locations: the posterior mean (for df = 1 the mean of the medians). */
    public double mean() {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * centres[i];
        }
        return sum;
    }

    public double median() {
        return quantile(0.5);
    }

    /** P(X < x). */
    public double cdf(double x) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 1e-300) {
                sum += weights[i] * StudentT.cdf((x - centres[i]) / scales[i], df);
            }
        }
        return sum;
    }

    /** P(X < x) to about 1e-12 absolute: several times faster than {@link #cdf} and enough to decide by. */
    public double quickCdf(double x) {
        return new Components().at(x)[0];
    }

    /** Equal-tailed interval that holds {@code level} of the distribution, {@code {low, high}}. */
    public double[] interval(double level) {
        Components body = new Components();
        return new double[] {body.quantile((1 - level) / 2), body.quantile((1 + level) / 2)};
    }

    /** The value that a share {@code p} lies below, {@code 0 < p < 1}. */
    public double quantile(double p) {
        return new Components().quantile(p);
    }

    /** The components that count, with room for what is worked out of them. */
    private final class Components {
        private final double[] share;
        private final double[] centre;
        private final double[] scale;
        private final double[] z;
        private final double[] below;
        private final double[] density;

        Components() {
            int[] heavy = IntStream.range(0, weights.length)
                    .filter(i -> weights[i] > NEGLIGIBLE)
                    .toArray();
            int n = heavy.length;
            share = new double[n];
            centre = new double[n];
            scale = new double[n];
            for (int i = 0; i < n; i++) {
                share[i] = weights[heavy[i]];
                centre[i] = centres[heavy[i]];
                scale[i] = scales[heavy[i]];
            }
            z = new double[n];
            below = new double[n];
            density = new double[n];
        }

        /** Distribution function and density. */
        double[] at(double x) {
            for (int i = 0; i < z.length; i++) {
                z[i] = (x - centre[i]) / scale[i];
            }
            StudentT.body(z, df, below, density);
            double cdf = 0;
            double slope = 0;
            for (int i = 0; i < z.length; i++) {
                cdf += share[i] * below[i];
                slope += share[i] * density[i] / scale[i];
            }
            return new double[] {cdf, slope};
        }

        /**
         * By Newton steps, held between bounds that close in on the answer. Own code, because each look at the mixture costs all of its
         * components and gives the density with the share; a solver that asks for the share alone would throw the slope away.
         */
        double quantile(double p) {
            double reach = Normal.quantile(p);
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            double x = 0;
            for (int i = 0; i < z.length; i++) {
                double guess = centre[i] + reach * scale[i];
                low = Math.min(low, guess - scale[i]);
                high = Math.max(high, guess + scale[i]);
                x += share[i] * guess;
            }
            for (int step = 0; step < MOST_STEPS && at(low)[0] > p; step++) {
                low -= high - low;
            }
            for (int step = 0; step < MOST_STEPS && at(high)[0] < p; step++) {
                high += high - low;
            }
            for (int step = 0; step < MOST_STEPS; step++) {
                double[] here = at(x);
                double excess = here[0] - p;
                double next = x - excess / here[1];
                if (Math.abs(next - x) <= 1e-12 * Math.abs(x) + 1e-300) {
                    return next;
                }
                if (excess > 0) {
                    high = x;
                } else {
                    low = x;
                }
                x = next > low && next < high ? next : 0.5 * (low + high);
                if (high - low <= Math.ulp(x)) {
                    return x;
                }
            }
            return x;
        }
    }
}
