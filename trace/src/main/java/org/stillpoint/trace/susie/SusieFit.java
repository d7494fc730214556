package org.stillpoint.trace.susie;

import java.util.List;

/**
 * A fitted sum of single effects.
 *
 * @param alpha probability that effect {@code l} is carried by column {@code j}, effects x columns
 * @param mean mean of effect {@code l} given column {@code j}, in the unit of y per unit of the (scaled) column
 * @param second second moment of the same
 * @param priorVariance prior variance of each effect; 0 where no effect is as likely
 * @param residualVariance variance of what stays, in squared units of y
 * @param elbo evidence lower bound after each round
 * @param converged whether the bound rose by less than the tolerance before the rounds ran out
 * @param intercept of the regression on the unscaled columns
 * @param coefficients on the unscaled columns
 * @param fitted values of y
 * @param fittedOfEffect each effect's own part of them, effects x rows
 * @param logBayesFactor of each effect against none, given the others
 * @param inclusion probability of each column to carry at least one effect
 * @param sets credible sets, purest first
 */
public record SusieFit(
        double[][] alpha,
        double[][] mean,
        double[][] second,
        double[] priorVariance,
        double residualVariance,
        double[] elbo,
        boolean converged,
        double intercept,
        double[] coefficients,
        double[] fitted,
        double[][] fittedOfEffect,
        double[] logBayesFactor,
        double[] inclusion,
        List<CredibleSet> sets) {
    /** Rounds taken. */
    public int rounds() {
        return elbo.length;
    }
}
