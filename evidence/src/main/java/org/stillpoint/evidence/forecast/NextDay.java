package org.stillpoint.evidence.forecast;

import java.util.Arrays;

/**
 * Simple forecasts of a diary's next day from the days so far: what a model of diaries has to beat.
 *
 * @param errors how far each forecast was off, points: forecasts in the order of {@link #NAMES} x days
 */
public record NextDay(double[][] errors) {

    /** Last value; mean so far; mean of the last seven; smoothed; half-way home to the mean. */
    public static final String[] NAMES = {"LOCF", "mean_to_date", "mean_last7", "EWMA0.2", "shrunk_AR(phi=.4)"};

    /** Days that must have gone before; with it the references' counts come out. */
    public static final int LEAST_HISTORY = 10;

    private static final int WEEK = 7;
    private static final double SMOOTHING = 0.2;
    private static final double DRAWN = 0.4;

    /** Forecasts of every day but the first ten of one diary. */
    public static NextDay of(double[] daily) {
        int days = Math.max(0, daily.length - LEAST_HISTORY);
        double[][] errors = new double[NAMES.length][days];
        double smoothed = daily.length == 0 ? 0 : daily[0];
        for (int i = 1; i < daily.length; i++) {
            if (i >= LEAST_HISTORY) {
                double last = daily[i - 1];
                double mean = mean(daily, 0, i);
                double[] said = {last, mean, mean(daily, i - WEEK, i), smoothed, mean + DRAWN * (last - mean)};
                for (int f = 0; f < said.length; f++) {
                    errors[f][i - LEAST_HISTORY] = Math.abs(daily[i] - said[f]);
                }
            }
            smoothed += SMOOTHING * (daily[i] - smoothed);
        }
        return new NextDay(errors);
    }

    private static double mean(double[] values, int from, int to) {
        return Arrays.stream(values, from, to).average().orElseThrow();
    }
}
