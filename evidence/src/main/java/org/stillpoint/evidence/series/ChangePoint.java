package org.stillpoint.evidence.series;

import java.util.Arrays;
import org.hipparchus.special.Gamma;

/**
 * One jump of the mean at an unknown place: normal values, conjugate prior
 * {@code mean | s2 ~ N(mu0, s2 / kappa0)} for each segment, {@code s2 ~ InverseGamma(a0, b0)}, every place equally likely.
 *
 * @param posterior posterior probability that segment one ends at index {@code i + 1} (counted from 1); 0 where not allowed
 * @param logBayesFactor of one jump against none
 */
public record ChangePoint(java.util.List<Double> posterior, double logBayesFactor) {

    /** The prior, in units of the series. */
    public record Prior(double mu0, double kappa0, double a0, double b0) {}

    /** Places leave at least {@code least} values on either side. */
    public static ChangePoint of(double[] values, Prior prior, int least) {
        int n = values.length;
        double[] log = new double[n];
        Arrays.fill(log, Double.NEGATIVE_INFINITY);
        for (int end = least; end <= n - least; end++) {
            log[end - 1] = evidence(prior, n, segment(values, 0, end, prior), segment(values, end, n, prior));
        }
        double none = evidence(prior, n, segment(values, 0, n, prior));
        double top = Arrays.stream(log).max().orElseThrow();
        double[] weight = Arrays.stream(log).map(l -> Math.exp(l - top)).toArray();
        double sum = Arrays.stream(weight).sum();
        int places = n - 2 * least + 1;
        return new ChangePoint(
                Arrays.stream(weight).mapToObj(w -> w / sum).toList(), top + Math.log(sum / places) - none);
    }

    /** Half the squares about the mean, drawn towards the prior, and half the log of the shrinkage. */
    private static double[] segment(double[] values, int from, int to, Prior prior) {
        double n = to - from;
        double mean = Arrays.stream(values, from, to).average().orElseThrow();
        double squares = Arrays.stream(values, from, to)
                .map(v -> (v - mean) * (v - mean))
                .sum();
        double pull = prior.kappa0() * n / (prior.kappa0() + n) * (mean - prior.mu0()) * (mean - prior.mu0());
        return new double[] {0.5 * (squares + pull), 0.5 * Math.log(prior.kappa0() / (prior.kappa0() + n))};
    }

    private static double evidence(Prior prior, int n, double[]... segments) {
        double b = prior.b0();
        double shrinkage = 0;
        for (double[] segment : segments) {
            b += segment[0];
            shrinkage += segment[1];
        }
        double a = prior.a0() + n / 2.0;
        return shrinkage
                + prior.a0() * Math.log(prior.b0())
                - a * Math.log(b)
                + Gamma.logGamma(a)
                - Gamma.logGamma(prior.a0())
                - n / 2.0 * Math.log(2 * Math.PI);
    }
}
