package org.stillpoint.evidence.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stillpoint.evidence.numeric.LeastSquares;

/**
 * How well simple forecasts did for the people of a trial, each forecast from all others.
 *
 * @param name of the forecast
 * @param brier30 Brier score of the forecast that a person ends at least 30 % lower
 */
public record LeaveOneOut(String name, Scores scores, double brier30) {

    private static final double RESPONSE = 0.3;

    /**
     * @param before scores before, four people or more whose scores differ
     * @param after scores after, same length
     * @param arm 1 treated, 0 not; null without arms
     */
    public static List<LeaveOneOut> of(double[] before, double[] after, double @Nullable [] arm) {
        List<LeaveOneOut> rows = new ArrayList<>();
        String[] names = {"LOCF", "group_mean_change", "RTM"};
        Baseline[] baselines = {Baseline.LAST_VALUE, Baseline.MEAN_CHANGE, Baseline.REGRESSION_TO_THE_MEAN};
        for (int b = 0; b < names.length; b++) {
            Baseline baseline = baselines[b];
            rows.add(row(
                    names[b], i -> baseline.forecast(without(before, i), without(after, i), before[i]), before, after));
        }
        if (arm != null) {
            rows.add(row("RTM+arm", i -> withArm(before, after, arm, i), before, after));
        }
        return rows;
    }

    /** Brier score of saying the same of everyone: the share of those who ended at least 30 % lower. */
    public static double baseRateBrier30(double[] before, double[] after) {
        double share = IntStream.range(0, before.length)
                        .filter(i -> responded(before[i], after[i]))
                        .count()
                / (double) before.length;
        return share * (1 - share);
    }

    private static LeaveOneOut row(
            String name, IntFunction<PredictiveDistribution.Gaussian> forecast, double[] before, double[] after) {
        int n = before.length;
        List<PredictiveDistribution> forecasts = new ArrayList<>();
        double[] said = new double[n];
        boolean[] came = new boolean[n];
        for (int i = 0; i < n; i++) {
            PredictiveDistribution.Gaussian one = forecast.apply(i);
            forecasts.add(one);
            said[i] = one.pit((1 - RESPONSE) * before[i]);
            came[i] = responded(before[i], after[i]);
        }
        return new LeaveOneOut(name, Scores.of(forecasts, after), Scores.brier(said, came));
    }

    private static boolean responded(double before, double after) {
        return after <= (1 - RESPONSE) * before;
    }

    private static PredictiveDistribution.Gaussian withArm(double[] before, double[] after, double[] arm, int left) {
        double[][] design = IntStream.range(0, before.length)
                .filter(j -> j != left)
                .mapToObj(j -> new double[] {1, before[j], arm[j]})
                .toArray(double[][]::new);
        LeastSquares fit = LeastSquares.fit(design, without(after, left));
        return new PredictiveDistribution.Gaussian(
                fit.coefficient(0) + fit.coefficient(1) * before[left] + fit.coefficient(2) * arm[left],
                Math.sqrt(fit.residualVariance()));
    }

    private static double[] without(double[] values, int left) {
        return IntStream.range(0, values.length)
                .filter(i -> i != left)
                .mapToDouble(i -> values[i])
                .toArray();
    }
}
