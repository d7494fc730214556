package org.stillpoint.trace.truth;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.memory.PainMapping;
import org.stillpoint.memory.TissueMemory;

/**
 * What of the body model predicts hidden pain: where muscles are felt, and how they pull on each other, each alone and together. A pattern has
 * unit own pull, so that no muscle counts more for being stiff. Nothing is learned from maps.
 */
final class BodyFields {
    /** Correlation of the contractions held on the two sides: who braces, braces with both. Assumed, 2026, not fitted to maps. */
    static final double BOTH_SIDES = 0.5;

    /** A muscle that pulls on itself less than this is taken to pull so much: it would be felt by nobody. */
    private static final double LEAST_PULL = 0.1;

    private static final long SEED = 20260222;

    private final TissueMemory memory;
    private final int[] mirror;

    BodyFields(TissueMemory memory) {
        this.memory = memory;
        Atlas atlas = memory.mapping().atlas();
        this.mirror = atlas.muscles().list().stream()
                .mapToInt(muscle -> atlas.muscles()
                        .find(Atlas.mirror(muscle.id()))
                        .map(other -> atlas.muscles().indexOf(other.id()))
                        .orElse(-1))
                .toArray();
    }

    /** Only where muscles are felt: no muscle pulls on another. */
    double[][] feltMap() {
        return covariance(1, 0, order(false));
    }

    /** Only the pull on others, each felt where it is felt. */
    double[][] networkAlone() {
        return covariance(0, 1, order(false));
    }

    /** Both. */
    double[][] feltMapAndNetwork() {
        return covariance(1, 1, order(false));
    }

    /** Where muscles are felt, with the pulls of other muscles dealt out to them by lot. */
    double[][] shuffledNetwork() {
        return covariance(1, 1, order(true));
    }

    private List<Integer> order(boolean shuffled) {
        List<Integer> order = new java.util.ArrayList<>(
                IntStream.range(0, mirror.length).boxed().toList());
        if (shuffled) {
            Collections.shuffle(order, new Random(SEED));
        }
        return order;
    }

    /** Patterns times their own, and times the other side's. */
    private double[][] covariance(double own, double others, List<Integer> order) {
        PainMapping mapping = memory.mapping();
        double[][] patterns = new double[mirror.length][mapping.regions()];
        for (int m = 0; m < mirror.length; m++) {
            double[] pull = memory.pull(order.get(m));
            double unit = Math.max(LEAST_PULL, pull[order.get(m)]);
            for (int i = 0; i < mirror.length; i++) {
                mapping.addFelt(i, i == m ? own : others * pull[order.get(i)] / unit, patterns[m]);
            }
        }
        return withBothSides(patterns, mirror);
    }

    /** Covariance of sources that are as likely to be held, those of both sides together; arbitrary unit. */
    static double[][] withBothSides(double[][] patterns, int[] mirror) {
        int regions = patterns[0].length;
        double[][] covariance = new double[regions][regions];
        for (int m = 0; m < patterns.length; m++) {
            double[] pattern = patterns[m];
            double[] other = mirror[m] < 0 ? new double[regions] : patterns[mirror[m]];
            for (int r = 0; r < regions; r++) {
                for (int s = 0; s < regions; s++) {
                    covariance[r][s] +=
                            pattern[r] * pattern[s] + BOTH_SIDES / 2 * (pattern[r] * other[s] + other[r] * pattern[s]);
                }
            }
        }
        return covariance;
    }
}
