package org.stillpoint.evidence.claim;

import org.stillpoint.evidence.numeric.Normal;

/**
 * One forecaster's normal distribution of an outcome, and how it is scored once the outcome is known. Low scores are good.
 *
 * @param mean in units of the outcome
 * @param sd in units of the outcome, above 0
 */
public record Prediction(double mean, double sd) {

    /** What the customary interval of a forecast holds. */
    public static final double INTERVAL = 0.8;

    public Prediction {
        if (!Double.isFinite(mean) || !(sd > 0) || Double.isInfinite(sd)) {
            throw new IllegalArgumentException(
                    "mean " + mean + " must be finite, standard deviation " + sd + " above 0");
        }
    }

    /** The value that a share {@code p} lies below, {@code 0 < p < 1}. */
    public double quantile(double p) {
        return mean + sd * Normal.quantile(p);
    }

    /** Probability that the outcome is {@code value} or less. */
    public double atMost(double value) {
        return Normal.cdf((value - mean) / sd);
    }

    /** Continuous ranked probability score, units of the outcome (Gneiting and Raftery 2007, equation 21 and below). */
    public double crps(double outcome) {
        double z = (outcome - mean) / sd;
        return sd * (z * (2 * Normal.cdf(z) - 1) + 2 * Normal.density(z) - 1 / Math.sqrt(Math.PI));
    }

    /** Negative log density, nats. */
    public double logScore(double outcome) {
        return Math.log(sd) - Normal.logDensity((outcome - mean) / sd);
    }

    /** Whether the outcome fell into the interval that should hold 80 %. */
    public boolean covers(double outcome) {
        return outcome >= quantile((1 - INTERVAL) / 2) && outcome <= quantile((1 + INTERVAL) / 2);
    }

    /** Probability integral transform: uniform over many outcomes where the forecasts are calibrated. */
    public double pit(double outcome) {
        return atMost(outcome);
    }
}
