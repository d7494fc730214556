package org.stillpoint.trace;

import java.util.Arrays;

/**
 * How much the marks of one map speak for each single effect, against none. Only marked regions need a product and each effect one logarithm,
 * and only effects that could matter are looked at: what another effect accounts for can only take from them.
 */
final class MarkWeights {
    /** Hypotheses that the map speaks against this much, odds, are dropped. */
    private static final double LEAST_LOG_ODDS = Math.log(1e-3);

    /** Weights this far below the largest, natural logarithm, are nothing. */
    private static final double NEVER = 15;

    private static final double LOG_2 = Math.log(2);

    private final double power;
    private final int[] marked;
    private int[] hypotheses;
    /** Chances of marked regions by region, then hypothesis. */
    private float[] chances = new float[0];

    private double[] logPrior;

    /**
     * @param marks above 0 where marked, NaN where not asked
     * @param prior odds of each unit
     * @param power that the likelihood is raised to
     */
    MarkWeights(MarkPatterns patterns, double[] marks, double[] prior, double power, Readiness readiness) {
        this.power = power;
        int[] at = new int[marks.length];
        int count = 0;
        double[] silent = patterns.logNone.clone();
        for (int r = 0; r < marks.length; r++) {
            if (marks[r] > 0) {
                at[count++] = r;
            }
            if (!(marks[r] == 0)) {
                float[] row = patterns.logNot[r];
                for (int h = 0; h < silent.length; h++) {
                    silent[h] -= row[h];
                }
            }
        }
        marked = Arrays.copyOf(at, count);
        logPrior = new double[silent.length];
        hypotheses = new int[silent.length];
        Arrays.setAll(hypotheses, h -> h);
        double[] least = new double[marks.length];
        Arrays.setAll(least, readiness::least);
        int[] kept = worthKeeping(gather(patterns), silent, least);
        hypotheses = kept;
        chances = gather(patterns);
        logPrior = new double[kept.length];
        for (int i = 0; i < kept.length; i++) {
            int h = kept[i];
            logPrior[i] = Math.log(prior[patterns.unit[h]] * patterns.within[h]) + power * silent[h];
        }
    }

    private float[] gather(MarkPatterns patterns) {
        float[] gathered = new float[marked.length * hypotheses.length];
        for (int j = 0; j < marked.length; j++) {
            float[] row = patterns.chance[marked[j]];
            for (int i = 0; i < hypotheses.length; i++) {
                gathered[j * hypotheses.length + i] = row[hypotheses[i]];
            }
        }
        return gathered;
    }

    private int[] worthKeeping(float[] all, double[] silent, double[] readiness) {
        double[] none = new double[readiness.length];
        Arrays.fill(none, 1);
        double[] product = products(all, hypotheses.length, readiness, none);
        int[] kept = new int[product.length];
        int count = 0;
        for (int i = 0; i < product.length; i++) {
            if (power * (silent[i] + atMost(product[i])) > LEAST_LOG_ODDS) {
                kept[count++] = i;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    /** How many times likelier the marks are with each effect than without it, but for the regions left unmarked. */
    private double[] products(float[] of, int n, double[] readiness, double[] none) {
        double[] product = new double[n];
        Arrays.fill(product, 1);
        for (int j = 0; j < marked.length; j++) {
            double not = (1 - readiness[marked[j]]) * none[marked[j]];
            double gain = not / (1 - not);
            int from = j * n;
            for (int i = 0; i < n; i++) {
                product[i] *= 1 + of[from + i] * gain;
            }
        }
        return product;
    }

    /** The natural logarithm rounded up to a power of two; cheap. */
    private static double atMost(double value) {
        return (Math.getExponent(value) + 1) * LOG_2;
    }

    /** Number of effects that could matter. */
    int size() {
        return hypotheses.length;
    }

    /** Which hypothesis of the patterns the i-th of them is. */
    int hypothesis(int i) {
        return hypotheses[i];
    }

    /**
     * Weighs them.
     *
     * @param readiness chance of each region to be marked for no reason
     * @param none chance of each region that no other effect marks it
     * @param share receives the share of each, given that one of them is real
     * @return natural logarithm of their summed odds against no effect
     */
    double weigh(double[] readiness, double[] none, double[] share) {
        double[] product = products(chances, share.length, readiness, none);
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < share.length; i++) {
            largest = Math.max(largest, logPrior[i] + power * (atMost(product[i]) - LOG_2));
        }
        double sum = 0;
        for (int i = 0; i < share.length; i++) {
            boolean counts = logPrior[i] + power * atMost(product[i]) > largest - NEVER;
            share[i] = counts ? Math.exp(logPrior[i] + power * Math.log(product[i]) - largest) : 0;
            sum += share[i];
        }
        for (int i = 0; i < share.length; i++) {
            share[i] /= sum;
        }
        return share.length == 0 ? Double.NEGATIVE_INFINITY : Math.log(sum) + largest;
    }
}
