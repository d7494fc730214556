package org.stillpoint.evidence.forecast;

import java.util.Arrays;

/**
 * The next value of a series as an aggregate of simple forecasters, each weighed by its own past errors: exponential weights with a fixed
 * share (Herbster and Warmuth 1998, Machine Learning 32:151), so that one that was bad for long may still come back. Nothing is learned from
 * other series.
 */
public final class Aggregate {
    /** How fast an error tells, per mean error of the forecasters so far. Chosen on the placebo diaries, where 0.3 to 2 do as well. */
    private static final double RATE = 1;

    /** Share of the weight that is dealt out evenly after each value. Chosen on the placebo diaries, where 0.05 does as well. */
    private static final double SHARED = 0.01;

    private static final int WEEK = 7;
    private static final int FEW = 3;
    private static final double SMOOTHING = 0.2;
    private static final double DRAWN = 0.4;

    private Aggregate() {}

    /**
     * Forecasts of every value but the first from those before it.
     *
     * @return one less than there are values, or none
     */
    public static double[] forecasts(double[] values) {
        return values.length == 0 ? new double[0] : Arrays.copyOf(said(values), values.length - 1);
    }

    /**
     * The forecast of the value that comes after these.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static double next(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("0 values; allowed: one or more");
        }
        return said(values)[values.length - 1];
    }

    /** What is forecast after each value. */
    private static double[] said(double[] values) {
        double[] said = new double[values.length];
        double[] weights = new double[0];
        double smoothed = values[0];
        double errors = 0;
        for (int i = 1; i <= values.length; i++) {
            double[] each = simple(values, i, smoothed);
            if (weights.length == 0) {
                weights = new double[each.length];
                Arrays.fill(weights, 1.0 / each.length);
            }
            for (int f = 0; f < each.length; f++) {
                said[i - 1] += weights[f] * each[f];
            }
            if (i < values.length) {
                double outcome = values[i];
                double[] off =
                        Arrays.stream(each).map(f -> Math.abs(f - outcome)).toArray();
                errors += Arrays.stream(off).average().orElseThrow();
                reweigh(weights, off, errors / i);
                smoothed += SMOOTHING * (outcome - smoothed);
            }
        }
        return said;
    }

    private static void reweigh(double[] weights, double[] off, double usual) {
        double sum = 0;
        for (int f = 0; f < weights.length; f++) {
            weights[f] *= usual > 0 ? Math.exp(-RATE * off[f] / usual) : 1;
            sum += weights[f];
        }
        for (int f = 0; f < weights.length; f++) {
            weights[f] = (1 - SHARED) * weights[f] / sum + SHARED / weights.length;
        }
    }

    /** Last; mean and median so far and of a week; mean of three; smoothed; the last drawn to the mean, and to that of the week. */
    private static double[] simple(double[] values, int until, double smoothed) {
        double last = values[until - 1];
        double[] all = Arrays.copyOf(values, until);
        double[] week = Arrays.copyOfRange(values, Math.max(0, until - WEEK), until);
        double mean = mean(all);
        return new double[] {
            last,
            mean,
            mean(week),
            smoothed,
            mean + DRAWN * (last - mean),
            mean(Arrays.copyOfRange(values, Math.max(0, until - FEW), until)),
            median(all),
            median(week),
            (last + mean(week)) / 2
        };
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }
}
