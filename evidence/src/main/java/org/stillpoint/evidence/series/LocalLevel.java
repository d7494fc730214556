package org.stillpoint.evidence.series;

import org.stillpoint.evidence.numeric.Root;

/**
 * A level that takes a random step at every time, seen with noise, started exactly diffuse (Durbin and Koopman 2012).
 *
 * @param levelVariance variance of a step, squared units of the series
 * @param noiseVariance variance of the noise, squared units
 * @param logLikelihood diffuse, constants included
 */
public record LocalLevel(double levelVariance, double noiseVariance, double logLikelihood) {

    private static final double FURTHEST = 15;

    /** Maximum likelihood; four values or more that differ. */
    public static LocalLevel fit(double[] values) {
        // The noise variance is profiled out, so only the ratio of the two variances is searched, on its log.
        double low = -FURTHEST;
        double high = FURTHEST;
        double step = 0.25;
        double best = low;
        for (double at = low; at <= high; at += step) {
            best = profile(values, at).logLikelihood > profile(values, best).logLikelihood ? at : best;
        }
        double h = 1e-5;
        java.util.function.DoubleUnaryOperator slope =
                at -> profile(values, at + h).logLikelihood - profile(values, at - h).logLikelihood;
        boolean inside = slope.applyAsDouble(best - step) > 0 && slope.applyAsDouble(best + step) < 0;
        return profile(values, inside ? Root.find(slope, best - step, best + step) : best);
    }

    private static LocalLevel profile(double[] values, double logRatio) {
        return given(values, Math.exp(logRatio));
    }

    /** The most likely variances where that of a step is {@code ratio} times that of the noise. */
    public static LocalLevel given(double[] values, double ratio) {
        double level = values[0];
        double variance = 1 + ratio;
        double squares = 0;
        double logs = 0;
        for (int i = 1; i < values.length; i++) {
            double total = variance + 1;
            double off = values[i] - level;
            squares += off * off / total;
            logs += Math.log(total);
            level += variance / total * off;
            variance = variance / total + ratio;
        }
        int n = values.length - 1;
        double noise = squares / n;
        double likelihood = -0.5 * (n * (Math.log(2 * Math.PI * noise) + 1) + logs);
        return new LocalLevel(ratio * noise, noise, likelihood);
    }
}
