package org.stillpoint.trace.truth;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What the learned covariance leaves: one logistic layer for each region on all marks, on which of them are known, on extent, age and sex, with
 * the covariance's own prediction as offset. Learned by hiding regions at random, again and again.
 */
final class OneLayer {
    private static final int EPOCHS = 12;
    private static final int BATCH = 128;
    private static final double RATE = 6e-3;
    private static final double SHRINK = 1e-4;
    private static final double HIDDEN_SHARE = 0.2;

    /**
     * The offset is the logit of the covariance's mean, kept this far from 0 and 1: a mean of marks may lie below 0, and near it says little of
     * how rare a mark is. Chosen on one split of the shared maps.
     */
    private static final double SUREST = 0.04;

    private static final long SEED = 20260222;

    private final Predictor gaussian;
    private final double[][] about;
    private final int regions;
    private final int inputs;
    /** Those of the inputs, then the scale of the offset beside 1, then that of the mean itself. */
    private final double[][] weight;

    private OneLayer(Predictor gaussian, double[][] about, int regions) {
        this.gaussian = gaussian;
        this.about = about;
        this.regions = regions;
        this.inputs = 2 * regions + 2 + about[0].length;
        this.weight = new double[regions][inputs + 2];
    }

    /**
     * @param about further facts of each person, 0 where unknown, about -1 to 1
     * @param asked whether a region of a map has a value
     * @param chosen maps to learn from
     */
    static OneLayer learn(
            Predictor gaussian, double[][] maps, boolean[][] asked, double[][] about, IntPredicate chosen) {
        OneLayer layer = new OneLayer(gaussian, about, maps[0].length);
        layer.learn(maps, asked, IntStream.range(0, maps.length).filter(chosen).toArray());
        return layer;
    }

    /** Adam (Kingma and Ba 2015) over batches, its rate falling in a straight line. */
    private void learn(double[][] maps, boolean[][] asked, int[] chosen) {
        Random random = new Random(SEED);
        double[][] gradient = new double[regions][inputs + 2];
        double[][] first = new double[regions][inputs + 2];
        double[][] second = new double[regions][inputs + 2];
        double[] x = new double[inputs];
        double[] mean = new double[regions];
        int steps = EPOCHS * ((chosen.length + BATCH - 1) / BATCH);
        int step = 0;
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            shuffle(chosen, random);
            for (int from = 0; from < chosen.length; from += BATCH) {
                int until = Math.min(chosen.length, from + BATCH);
                for (int k = from; k < until; k++) {
                    int i = chosen[k];
                    boolean[] unknown = new boolean[regions];
                    boolean[] out = new boolean[regions];
                    for (int r = 0; r < regions; r++) {
                        out[r] = asked[i][r] && random.nextDouble() < HIDDEN_SHARE;
                        unknown[r] = out[r] || !asked[i][r];
                    }
                    gaussian.score(maps[i], unknown, mean);
                    inputs(maps[i], unknown, about[i], x);
                    for (int r = 0; r < regions; r++) {
                        if (out[r]) {
                            double error = probability(r, mean[r], x) - maps[i][r];
                            for (int j = 0; j < inputs; j++) {
                                gradient[r][j] += error * x[j] / (until - from);
                            }
                            gradient[r][inputs] += error * logit(mean[r]) / (until - from);
                            gradient[r][inputs + 1] += error * mean[r] / (until - from);
                        }
                    }
                }
                step++;
                double rate = RATE * (1 - (step - 1.0) / steps);
                for (int r = 0; r < regions; r++) {
                    adam(weight[r], gradient[r], first[r], second[r], rate, step);
                    Arrays.fill(gradient[r], 0);
                }
            }
        }
    }

    private static void adam(
            double[] weight, double[] gradient, double[] first, double[] second, double rate, int step) {
        double bias1 = 1 - Math.pow(0.9, step);
        double bias2 = 1 - Math.pow(0.999, step);
        for (int j = 0; j < weight.length; j++) {
            double g = gradient[j] + SHRINK * weight[j];
            first[j] += 0.1 * (g - first[j]);
            second[j] += 0.001 * (g * g - second[j]);
            weight[j] -= rate * first[j] / bias1 / (Math.sqrt(second[j] / bias2) + 1e-8);
        }
    }

    private static void shuffle(int[] values, Random random) {
        for (int k = values.length - 1; k > 0; k--) {
            int other = random.nextInt(k + 1);
            int held = values[k];
            values[k] = values[other];
            values[other] = held;
        }
    }

    private void inputs(double[] map, boolean[] unknown, double[] person, double[] x) {
        for (int r = 0; r < regions; r++) {
            x[r] = unknown[r] ? 0 : map[r];
            x[regions + r] = unknown[r] ? 0 : 1;
        }
        x[2 * regions] = 1;
        x[2 * regions + 1] = Math.sqrt(Predictors.extent(map, unknown));
        System.arraycopy(person, 0, x, 2 * regions + 2, person.length);
    }

    private static double logit(double mean) {
        double p = Math.clamp(mean, SUREST, 1 - SUREST);
        return Math.log(p / (1 - p));
    }

    private double probability(int region, double mean, double[] x) {
        double[] own = weight[region];
        double sum = (1 + own[inputs]) * logit(mean) + own[inputs + 1] * mean;
        for (int j = 0; j < inputs; j++) {
            sum += own[j] * x[j];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** Writes the probability of a mark for every unknown region of one map. */
    void score(int map, double[] marks, boolean[] unknown, double[] out) {
        gaussian.score(marks, unknown, out);
        double[] x = new double[inputs];
        inputs(marks, unknown, about[map], x);
        for (int r = 0; r < regions; r++) {
            out[r] = unknown[r] ? probability(r, out[r], x) : 0;
        }
    }
}
