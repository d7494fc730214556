package org.stillpoint.trace.susie;

import java.util.Arrays;

/**
 * {@code log sum_j w_j exp(t x_j)} for many {@code t} between 0 and 1, with {@code w} and {@code x} not negative.
 *
 * <p>Terms with a small {@code x} are summed once as a power series in {@code t}; all its coefficients are positive, so nothing cancels and
 * the rounding stays that of a plain sum. Only the few large {@code x} need an exponential for each {@code t}.
 */
final class ExponentialSum {
    /** Largest {@code x} that goes into the series: {@code 8^48 / 48!} is 2e-18, below the rounding of the first term. */
    private static final double SMALL = 8;

    private static final int TERMS = 48;

    /** {@code exp} of less than this is below the rounding of a sum whose largest term is 1. */
    private static final double NEGLIGIBLE = -46;

    private final double[] series = new double[TERMS];
    private final double[] largeExponents;
    private final double[] largeWeights;
    private int large;
    private double largest;

    ExponentialSum(int size) {
        largeExponents = new double[size];
        largeWeights = new double[size];
    }

    /** Takes over the sum's weights and exponents. */
    void set(double[] weights, double[] exponents) {
        Arrays.fill(series, 0);
        large = 0;
        largest = 0;
        for (int j = 0; j < weights.length; j++) {
            double x = exponents[j];
            if (x > SMALL) {
                largeWeights[large] = weights[j];
                largeExponents[large++] = x;
                largest = Math.max(largest, x);
            } else {
                double power = weights[j];
                for (int k = 0; k < TERMS && power > 0; k++) {
                    series[k] += power;
                    power *= x;
                }
            }
        }
        double factorial = 1;
        for (int k = 1; k < TERMS; k++) {
            factorial *= k;
            series[k] /= factorial;
        }
    }

    /** The logarithm of the sum at {@code t}, 0 to 1. */
    double log(double t) {
        double sum = 0;
        for (int k = TERMS - 1; k >= 0; k--) {
            sum = sum * t + series[k];
        }
        if (large == 0) {
            return Math.log(sum);
        }
        sum *= Math.exp(-t * largest);
        for (int j = 0; j < large; j++) {
            double exponent = t * (largeExponents[j] - largest);
            if (exponent > NEGLIGIBLE) {
                sum += largeWeights[j] * Math.exp(exponent);
            }
        }
        return Math.log(sum) + t * largest;
    }
}
