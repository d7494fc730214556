package org.stillpoint.trace.truth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How predictions of hidden regions are scored.
 *
 * @param maps 1 where marked
 * @param hidden what was predicted
 * @param person of each map, from 0; -1 for maps that are only learned from
 */
record Scoring(double[][] maps, boolean[][] hidden, int[] person) {
    private static final int RESAMPLES = 1000;
    private static final long SEED = 20260222;

    /** Least and most a probability is taken for, so that one surprise does not outweigh everything. */
    private static final double SUREST = 1e-4;

    boolean isScored(int map) {
        return person[map] >= 0;
    }

    int persons() {
        return Arrays.stream(person).max().orElse(-1) + 1;
    }

    /** Number of hidden regions of each map. */
    double[] hiddenCount() {
        return IntStream.range(0, maps.length)
                .mapToDouble(i -> IntStream.range(0, hidden[i].length)
                        .filter(r -> hidden[i][r])
                        .count())
                .toArray();
    }

    /** AUC of each map; NaN where not both kinds are hidden, or the map is not scored. */
    double[] within(double[][] score) {
        double[] auc = new double[maps.length];
        for (int i = 0; i < auc.length; i++) {
            double better = 0;
            int pairs = 0;
            for (int r = 0; isScored(i) && r < maps[i].length; r++) {
                for (int s = 0; hidden[i][r] && maps[i][r] == 1 && s < maps[i].length; s++) {
                    if (hidden[i][s] && maps[i][s] == 0) {
                        double difference = score[i][r] - score[i][s];
                        better += difference > 0 ? 1 : difference == 0 ? 0.5 : 0;
                        pairs++;
                    }
                }
            }
            auc[i] = pairs == 0 ? Double.NaN : better / pairs;
        }
        return auc;
    }

    /** Minus the log probability of what was there, summed over each map's hidden regions. */
    double[] losses(double[][] probability) {
        double[] loss = new double[maps.length];
        for (int i = 0; i < loss.length; i++) {
            for (int r = 0; isScored(i) && r < maps[i].length; r++) {
                if (hidden[i][r]) {
                    double p = Math.clamp(probability[i][r], SUREST, 1 - SUREST);
                    loss[i] -= Math.log(maps[i][r] == 1 ? p : 1 - p);
                }
            }
        }
        return loss;
    }

    /** AUC over all hidden regions of all maps. */
    double pooled(double[][] probability) {
        List<double[]> marks = new ArrayList<>();
        for (int i = 0; i < maps.length; i++) {
            for (int r = 0; isScored(i) && r < maps[i].length; r++) {
                if (hidden[i][r]) {
                    marks.add(new double[] {probability[i][r], maps[i][r]});
                }
            }
        }
        marks.sort(Comparator.comparingDouble(mark -> mark[0]));
        double rankSum = 0;
        double positives = 0;
        for (int k = 0; k < marks.size(); ) {
            int end = k;
            double here = 0;
            while (end < marks.size() && marks.get(end)[0] == marks.get(k)[0]) {
                here += marks.get(end++)[1];
            }
            rankSum += here * (k + end + 1) / 2.0;
            positives += here;
            k = end;
        }
        double negatives = marks.size() - positives;
        return (rankSum - positives * (positives + 1) / 2) / (positives * negatives);
    }

    static double[] bothKinds(double[] auc) {
        return Arrays.stream(auc).map(value -> Double.isNaN(value) ? 0 : 1).toArray();
    }

    static double[] minus(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] - b[i]).toArray();
    }

    /** The ratio of two sums over scored maps, with its interval from drawing persons anew. */
    HideAndPredict.BootstrapEstimate estimate(double[] above, double[] below) {
        int persons = persons();
        double[] sumAbove = new double[persons];
        double[] sumBelow = new double[persons];
        for (int i = 0; i < above.length; i++) {
            if (isScored(i) && below[i] > 0) {
                sumAbove[person[i]] += above[i];
                sumBelow[person[i]] += below[i];
            }
        }
        Random random = new Random(SEED);
        double[] drawn = new double[RESAMPLES];
        for (int k = 0; k < RESAMPLES; k++) {
            double a = 0;
            double b = 0;
            for (int p = 0; p < persons; p++) {
                int chosen = random.nextInt(persons);
                a += sumAbove[chosen];
                b += sumBelow[chosen];
            }
            drawn[k] = b == 0 ? Double.NaN : a / b;
        }
        Arrays.sort(drawn);
        return new HideAndPredict.BootstrapEstimate(
                Arrays.stream(sumAbove).sum() / Arrays.stream(sumBelow).sum(),
                drawn[(int) (0.025 * RESAMPLES)],
                drawn[(int) (0.975 * RESAMPLES)]);
    }
}
