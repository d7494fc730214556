package org.stillpoint.memory.person;

import java.util.Arrays;
import java.util.List;

/**
 * Partial pooling on a grid: every person has a point of their own, drawn from a prior that the whole practice shares and that is itself
 * only known to be one of several (a hierarchical model with all integrals as sums: Gelman and Hill 2007, Data Analysis Using Regression and
 * Multilevel/Hierarchical Models, chapter 12). One reading moves a person little; many readings outweigh the practice.
 */
final class Pooling {
    private final double[] weights;
    private final double[][] priors;

    /**
     * @param weights of the states the practice may be in, before anything is read
     * @param priors in each state the weight of every point; both are made to sum to 1
     */
    Pooling(double[] weights, double[][] priors) {
        this.weights = normalised(weights);
        this.priors = Arrays.stream(priors).map(Pooling::normalised).toArray(double[][]::new);
    }

    private static double[] normalised(double[] masses) {
        double total = Arrays.stream(masses).sum();
        return Arrays.stream(masses).map(mass -> mass / total).toArray();
    }

    /** Log of the probability of one person's readings in every state of the practice, up to a constant. */
    double[] evidence(double[] logLikelihood) {
        double most = Arrays.stream(logLikelihood).max().orElseThrow();
        double[] likelihood =
                Arrays.stream(logLikelihood).map(each -> Math.exp(each - most)).toArray();
        double[] evidence = new double[priors.length];
        for (int h = 0; h < priors.length; h++) {
            for (int k = 0; k < likelihood.length; k++) {
                evidence[h] += priors[h][k] * likelihood[k];
            }
            evidence[h] = most + Math.log(evidence[h]);
        }
        return evidence;
    }

    private static double[] likelihood(double[] logLikelihood, double most) {
        return Arrays.stream(logLikelihood).map(each -> Math.exp(each - most)).toArray();
    }

    /**
     * Weight of every point for one person; sums to 1.
     *
     * @param logLikelihood of this person's readings at every point
     * @param others what {@link #evidence} said of other people of the practice
     */
    double[] posterior(double[] logLikelihood, List<double[]> others) {
        double[] state = Arrays.stream(weights).map(Math::log).toArray();
        for (double[] other : others) {
            for (int h = 0; h < state.length; h++) {
                state[h] += other[h];
            }
        }
        double likeliest = Arrays.stream(state).max().orElseThrow();
        double[] likelihood =
                likelihood(logLikelihood, Arrays.stream(logLikelihood).max().orElseThrow());
        double[] posterior = new double[logLikelihood.length];
        for (int h = 0; h < state.length; h++) {
            double weight = Math.exp(state[h] - likeliest);
            for (int k = 0; k < posterior.length; k++) {
                posterior[k] += weight * priors[h][k] * likelihood[k];
            }
        }
        return normalised(posterior);
    }
}
