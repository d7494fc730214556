package org.stillpoint.trace.truth;

import java.util.function.IntPredicate;

/**
 * What other people's whole maps teach: how often each region is marked and which are marked together.
 *
 * @param mean prevalence of each region
 * @param covariance of the marks, regions x regions
 * @param maps how many maps it rests on
 */
record LearnedPrior(double[] mean, double[][] covariance, int maps) {
    static LearnedPrior from(double[][] maps, boolean[][] hidden, boolean[][] unknown, IntPredicate chosen) {
        int regions = maps[0].length;
        double[] sum = new double[regions];
        double[] count = new double[regions];
        int used = 0;
        for (int i = 0; i < maps.length; i++) {
            if (!chosen.test(i)) {
                continue;
            }
            used++;
            for (int r = 0; r < regions; r++) {
                if (!unknown[i][r] || hidden[i][r]) {
                    sum[r] += maps[i][r];
                    count[r]++;
                }
            }
        }
        double[] mean = new double[regions];
        for (int r = 0; r < regions; r++) {
            mean[r] = (sum[r] + 0.5) / (count[r] + 1);
        }
        double[][] covariance = new double[regions][regions];
        double[] left = new double[regions];
        for (int i = 0; i < maps.length; i++) {
            if (!chosen.test(i)) {
                continue;
            }
            for (int r = 0; r < regions; r++) {
                left[r] = !unknown[i][r] || hidden[i][r] ? maps[i][r] - mean[r] : 0;
            }
            for (int r = 0; r < regions; r++) {
                for (int s = 0; s < regions && left[r] != 0; s++) {
                    covariance[r][s] += left[r] * left[s] / used;
                }
            }
        }
        return new LearnedPrior(mean, covariance, used);
    }
}
