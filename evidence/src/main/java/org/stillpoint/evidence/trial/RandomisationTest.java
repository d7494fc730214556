package org.stillpoint.evidence.trial;

import java.util.ArrayList;
import java.util.List;

/**
 * A test that rests on nothing but the lot that was drawn: the observed difference against those of every plan that could
 * have been drawn. Only valid where the plan was truly drawn by lot among these.
 *
 * @param plans how many plans could have been drawn
 * @param observed mean with less mean without under the plan that was drawn, points
 * @param oneSided share of plans with a difference at least as far in the direction asked for
 * @param twoSided share of plans with a difference at least as far from none
 */
public record RandomisationTest(int plans, double observed, double oneSided, double twoSided) {

    private static final double NEAR = 1e-12;

    /**
     * @param values the outcome at each time
     * @param drawn whether the treatment was on at each time, as drawn
     * @param possible every plan that could have been drawn, the drawn one among them
     * @param lowerIsBetter direction of the one-sided test
     */
    public static RandomisationTest of(
            double[] values, boolean[] drawn, List<boolean[]> possible, boolean lowerIsBetter) {
        int sign = lowerIsBetter ? -1 : 1;
        double observed = difference(values, drawn);
        int asGood = 0;
        int asFar = 0;
        for (boolean[] plan : possible) {
            double difference = difference(values, plan);
            asGood += sign * difference >= sign * observed - NEAR ? 1 : 0;
            asFar += Math.abs(difference) >= Math.abs(observed) - NEAR ? 1 : 0;
        }
        return new RandomisationTest(
                possible.size(), observed, asGood / (double) possible.size(), asFar / (double) possible.size());
    }

    /** Every start that leaves at least {@code least} times on either side. */
    public static List<boolean[]> starts(int times, int least) {
        List<boolean[]> plans = new ArrayList<>();
        for (int start = least; start <= times - least; start++) {
            boolean[] plan = new boolean[times];
            java.util.Arrays.fill(plan, start, times, true);
            plans.add(plan);
        }
        return plans;
    }

    /**
     * Every order of blocks in which each consecutive pair holds one with and one without treatment (ABAB, ABBA, BAAB,
     * BABA for four blocks).
     *
     * @param blockOf block number of each time, 0 up to an even number of blocks
     */
    public static List<boolean[]> pairedBlocks(int[] blockOf) {
        int blocks = java.util.Arrays.stream(blockOf).max().orElse(-1) + 1;
        if (blocks == 0 || blocks % 2 != 0 || blocks > 20) {
            throw new IllegalArgumentException(blocks + " blocks; allowed: an even number from 2 to 20");
        }
        List<boolean[]> plans = new ArrayList<>();
        for (int order = 0; order < 1 << (blocks / 2); order++) {
            boolean[] plan = new boolean[blockOf.length];
            for (int i = 0; i < plan.length; i++) {
                boolean second = blockOf[i] % 2 == 1;
                plan[i] = second ^ ((order >> (blockOf[i] / 2)) & 1) == 1;
            }
            plans.add(plan);
        }
        return plans;
    }

    private static double difference(double[] values, boolean[] plan) {
        double with = 0;
        double without = 0;
        int n = 0;
        for (int i = 0; i < values.length; i++) {
            if (plan[i]) {
                with += values[i];
                n++;
            } else {
                without += values[i];
            }
        }
        return with / n - without / (values.length - n);
    }
}
