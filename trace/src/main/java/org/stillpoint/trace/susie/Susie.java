package org.stillpoint.trace.susie;

import java.util.Arrays;

/**
 * The sum of single effects: {@code y = X sum_l b_l + e}, each {@code b_l} with one entry that is not zero (Wang, Sarkar, Carbonetto,
 * Stephens 2020, Journal of the Royal Statistical Society B 82:1273), fitted by iterative Bayesian stepwise selection.
 *
 * <p>{@link #standard()} has the defaults of susieR 0.12.35. A residual is multiplied with the columns only when it has changed: effects
 * that turn out to be none share one product and one search for their prior variance.
 *
 * @param effects largest number of single effects
 * @param form which signs an effect may have
 * @param scaledPriorVariance prior variance of an effect at the start, as a share of the variance of y
 * @param coverage probability asked of a credible set
 * @param minimumPurity least absolute correlation a credible set must have
 * @param tolerance the rounds end when the evidence lower bound rises by less
 * @param maximumRounds the rounds end here in any case
 */
public record Susie(
        int effects,
        EffectPrior form,
        double scaledPriorVariance,
        double coverage,
        double minimumPurity,
        double tolerance,
        int maximumRounds) {
    /** The residual variance is never fitted below this share of the variance of y (susieR's {@code residual_variance_lowerbound}). */
    static final double LEAST_RESIDUAL_SHARE = 1e-4;

    /** How far the sum of prior weights may be from 1. */
    private static final double PRIOR_ROUNDING = 1e-9;

    /** Checks ranges. */
    public Susie {
        require(effects >= 1, "effects", effects, "at least 1");
        require(scaledPriorVariance > 0, "scaledPriorVariance", scaledPriorVariance, "above 0");
        require(coverage > 0 && coverage < 1, "coverage", coverage, "between 0 and 1");
        require(minimumPurity >= 0 && minimumPurity <= 1, "minimumPurity", minimumPurity, "0 to 1");
        require(tolerance > 0, "tolerance", tolerance, "above 0");
        require(maximumRounds >= 1, "maximumRounds", maximumRounds, "at least 1");
    }

    private static void require(boolean holds, String name, double value, String range) {
        if (!holds) {
            throw new IllegalArgumentException(name + " is " + value + "; it must be " + range);
        }
    }

    /** The defaults of susieR 0.12.35 with ten effects. */
    public static Susie standard() {
        return new Susie(10, EffectPrior.NORMAL, 0.2, 0.95, 0.5, 1e-3, 100);
    }

    /** The same with another form of effect. */
    public Susie withForm(EffectPrior other) {
        return new Susie(effects, other, scaledPriorVariance, coverage, minimumPurity, tolerance, maximumRounds);
    }

    /** The same with another number of effects. */
    public Susie withEffects(int other) {
        return new Susie(other, form, scaledPriorVariance, coverage, minimumPurity, tolerance, maximumRounds);
    }

    /** Fits with equal prior weights. */
    public SusieFit fit(DesignMatrix design, double[] y) {
        double[] weights = new double[design.columns()];
        Arrays.fill(weights, 1.0 / weights.length);
        return fit(design, y, weights);
    }

    /**
     * Fits.
     *
     * @param y one value for each row
     * @param priorWeights prior probability of each column to carry a given effect; sums to 1
     * @throws IllegalArgumentException on a wrong length, a value that is not finite, or a y that does not vary
     */
    public SusieFit fit(DesignMatrix design, double[] y, double[] priorWeights) {
        if (y.length != design.rows()) {
            throw new IllegalArgumentException("y has " + y.length + " values, X has " + design.rows() + " rows");
        }
        if (priorWeights.length != design.columns()) {
            throw new IllegalArgumentException(
                    priorWeights.length + " prior weights for " + design.columns() + " columns");
        }
        for (int i = 0; i < y.length; i++) {
            if (!Double.isFinite(y[i])) {
                throw new IllegalArgumentException("y, row " + (i + 1) + ": " + y[i] + " is not a finite number");
            }
        }
        double total = 0;
        for (int j = 0; j < priorWeights.length; j++) {
            if (!(priorWeights[j] >= 0 && priorWeights[j] <= 1)) {
                throw new IllegalArgumentException(
                        "prior weight " + (j + 1) + " is " + priorWeights[j] + "; range 0 to 1");
            }
            total += priorWeights[j];
        }
        if (!(Math.abs(total - 1) < PRIOR_ROUNDING)) {
            throw new IllegalArgumentException("prior weights sum to " + total + "; they must sum to 1");
        }
        return new Fitting(this, design, y, priorWeights).run();
    }
}
