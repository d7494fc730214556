package org.stillpoint.trace;

import org.stillpoint.trace.susie.OneSided;

/** Every column of some patterns as the one half-normal effect on what the other effects leave. */
final class Facing {
    /** Weights this far below the largest, natural logarithm, are nothing. */
    private static final double NEVER = 25;

    final double[] z;
    final double[] deviation;
    /** Of each column, given that one of them is real. */
    final double[] share;

    final int[] sourceOf;
    int best;
    private final PainPatterns patterns;
    private final double[] prior;

    /** @param odds of each source, over the number of sources; its columns share them */
    Facing(PainPatterns patterns, double[] odds) {
        this.patterns = patterns;
        int columns = patterns.columns();
        z = new double[columns];
        deviation = new double[columns];
        share = new double[columns];
        prior = new double[columns];
        sourceOf = new int[columns];
        for (int source = 0; source < patterns.sources; source++) {
            for (int c = patterns.from[source]; c < patterns.from[source + 1]; c++) {
                prior[c] = odds[source] * patterns.weight[c];
                sourceOf[c] = source;
            }
        }
    }

    /**
     * Weighs them.
     *
     * @param weight of each region, one over its variance
     * @param weighted what is left there, times the weight
     * @return natural logarithm of their summed odds against no effect
     */
    double face(double[] weight, double[] weighted) {
        double reference = 0;
        for (int c = 0; c < z.length; c++) {
            double precision = 1 / (HeldEffects.SCALE * HeldEffects.SCALE);
            double product = 0;
            for (int k = patterns.start[c]; k < patterns.start[c + 1]; k++) {
                int r = patterns.region[k];
                double x = patterns.value[k];
                precision += weight[r] * x * x;
                product += weighted[r] * x;
            }
            deviation[c] = 1 / Math.sqrt(precision);
            z[c] = product * deviation[c];
            if (z[c] > 0) {
                reference = Math.max(reference, z[c] * z[c] / 2);
            }
        }
        double sum = 0;
        best = 0;
        for (int c = 0; c < z.length; c++) {
            boolean counts = (z[c] > 0 ? z[c] * z[c] / 2 : 0) > reference - NEVER;
            share[c] = counts ? prior[c] * deviation[c] / HeldEffects.SCALE * OneSided.weight(z[c], reference) : 0;
            sum += share[c];
            best = share[c] > share[best] ? c : best;
        }
        for (int c = 0; c < z.length; c++) {
            share[c] /= sum;
        }
        return Math.log(sum) + reference;
    }
}
