package org.stillpoint.evidence.agreement;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.stillpoint.evidence.numeric.Sample;

/**
 * The same places on two maps, each at one of a few ordered levels from 0, where nothing is marked.
 *
 * @param levels how many there are, 0 among them
 */
public record TwoMaps(int[] first, int[] second, int levels) {

    /** Draws of the bootstrap. Efron and Tibshirani 1993, section 12.5: 1,000 at least for percentiles; own choice within that, 2026. */
    private static final int DRAWS = 2000;

    /** Own choice, 2026: stated, so that the same maps always print the same interval. */
    private static final long SEED = 19681968;

    /** Share of the draws that must have a value, for an interval to be given. Own choice, 2026. */
    private static final double LEAST_DRAWN = 0.9;

    private static final double LOW = 0.025;
    private static final double HIGH = 0.975;

    /** @throws IllegalArgumentException on unequal numbers of places, none, or a level out of range */
    public TwoMaps {
        if (first.length != second.length || first.length == 0) {
            throw new IllegalArgumentException(first.length + " and " + second.length + " places; as many, above 0");
        }
        for (int[] map : new int[][] {first, second}) {
            for (int level : map) {
                if (level < 0 || level >= levels) {
                    throw new IllegalArgumentException("level " + level + "; 0 to " + (levels - 1));
                }
            }
        }
        first = first.clone();
        second = second.clone();
    }

    /** A value with the interval that holds 95 %; NaN where the maps say nothing about it. */
    public record Agreement(double value, double low, double high) {
        public boolean isKnown() {
            return !Double.isNaN(value) && !Double.isNaN(low);
        }
    }

    /** Places that are marked on the first map. */
    public int markedFirst() {
        return marked(first);
    }

    /** Places that are marked on the second map. */
    public int markedSecond() {
        return marked(second);
    }

    /** Places that are marked on both. */
    public int markedOnBoth() {
        int both = 0;
        for (int i = 0; i < first.length; i++) {
            both += first[i] > 0 && second[i] > 0 ? 1 : 0;
        }
        return both;
    }

    private static int marked(int[] map) {
        return (int) Arrays.stream(map).filter(level -> level > 0).count();
    }

    /**
     * Agreement beyond chance with quadratic weights (Cohen 1968, Psychological Bulletin 70:213; weights by Fleiss and Cohen 1973): 1 where
     * the maps are the same, 0 where they agree as often as their levels would by chance, below 0 where less. Its interval is the percentile
     * bootstrap over places (Efron and Tibshirani 1993, chapter 13), which takes them as drawn apart from each other. NaN where a map has
     * one level alone, or too few draws have a value.
     */
    public Agreement weightedKappa() {
        return interval(places -> kappa(places));
    }

    /** Places on both maps, as a share of those on either (Jaccard 1912), with the same interval; NaN where nothing is marked. */
    public Agreement overlap() {
        return interval(places -> jaccard(places));
    }

    private double kappa(int[] places) {
        double[] ofFirst = new double[levels];
        double[] ofSecond = new double[levels];
        double apart = 0;
        for (int place : places) {
            ofFirst[first[place]]++;
            ofSecond[second[place]]++;
            apart += squared(first[place], second[place]);
        }
        double byChance = 0;
        for (int i = 0; i < levels; i++) {
            for (int j = 0; j < levels; j++) {
                byChance += squared(i, j) * ofFirst[i] * ofSecond[j] / places.length;
            }
        }
        return byChance == 0 ? Double.NaN : 1 - apart / byChance;
    }

    private static double squared(int i, int j) {
        return (double) (i - j) * (i - j);
    }

    private double jaccard(int[] places) {
        int both = 0;
        int either = 0;
        for (int place : places) {
            both += first[place] > 0 && second[place] > 0 ? 1 : 0;
            either += first[place] > 0 || second[place] > 0 ? 1 : 0;
        }
        return either == 0 ? Double.NaN : both / (double) either;
    }

    private Agreement interval(ToDoubleFunction<int[]> estimator) {
        int[] all = new int[first.length];
        Arrays.setAll(all, i -> i);
        Random random = new Random(SEED);
        int[] drawn = new int[first.length];
        double[] values = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            Arrays.setAll(drawn, i -> random.nextInt(drawn.length));
            values[draw] = estimator.applyAsDouble(drawn);
        }
        double[] known =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        double value = estimator.applyAsDouble(all);
        return known.length < LEAST_DRAWN * DRAWS
                ? new Agreement(value, Double.NaN, Double.NaN)
                : new Agreement(value, Sample.quantile(known, LOW), Sample.quantile(known, HIGH));
    }
}
