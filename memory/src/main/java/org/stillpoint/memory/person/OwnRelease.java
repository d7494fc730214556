package org.stillpoint.memory.person;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import org.hipparchus.special.Beta;

/**
 * How readily a person lets go: the mean extent of their releases, 0 to 1.
 *
 * <p>Extents of one person follow a beta distribution about the person's mean, more or less closely; the means of the practice follow another
 * about the mean of the practice. What the practice is like is learned from all, what a person is like from the practice and their own
 * releases. The priors are assumed, 2026, and say little: the practice's mean anywhere from 0.2 to 0.8, people much alike or hardly.
 */
public final class OwnRelease {
    private static final int CELLS = 100;

    /** How closely one person's extents keep to their mean: the sum of the parameters of their beta distribution. Assumed, 2026. */
    private static final double[] STEADINESS = {2, 5, 10, 20, 40};

    /** How closely the means of a practice's people keep to the practice's mean, likewise. Assumed, 2026. */
    private static final double[] LIKENESS = {5, 10, 20, 40};

    /** Mean of a practice. Assumed, 2026. */
    private static final double[] PRACTICE = {0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8};

    /** An extent nearer to 0 or 1 than this is only known to be that near: half a hundredth, the finest step that can be marked. */
    private static final double EDGE = 0.005;

    /** Log of a probability that is as good as none. */
    private static final double LEAST_LOG = -700;

    private static final Pooling POOLING = pooling();
    private static final double[] LOG_BETA = each(Beta::logBeta);

    /** Log probability of an extent so near to 0, and to 1, at every point. */
    private static final double[] LOG_NONE = each((a, b) -> Math.log(Beta.regularizedBeta(EDGE, a, b)));

    private static final double[] LOG_WHOLE = each((a, b) -> Math.log(Beta.regularizedBeta(EDGE, b, a)));

    private OwnRelease() {}

    private static Pooling pooling() {
        double[] weights = new double[PRACTICE.length * LIKENESS.length];
        Arrays.fill(weights, 1);
        double[][] priors = new double[weights.length][CELLS * STEADINESS.length];
        for (int h = 0; h < weights.length; h++) {
            double likeness = LIKENESS[h % LIKENESS.length];
            double mean = PRACTICE[h / LIKENESS.length];
            for (int k = 0; k < priors[h].length; k++) {
                double own = own(k);
                priors[h][k] = Math.exp(
                        (mean * likeness - 1) * Math.log(own) + ((1 - mean) * likeness - 1) * Math.log1p(-own));
            }
        }
        return new Pooling(weights, priors);
    }

    private static double[] each(DoubleBinaryOperator ofParameters) {
        return IntStream.range(0, CELLS * STEADINESS.length)
                .mapToDouble(k -> Math.max(
                        LEAST_LOG, ofParameters.applyAsDouble(own(k) * steadiness(k), (1 - own(k)) * steadiness(k))))
                .toArray();
    }

    private static double steadiness(int k) {
        return STEADINESS[k % STEADINESS.length];
    }

    private static double own(int k) {
        return (k / STEADINESS.length + 0.5) / CELLS;
    }

    /**
     * The person's mean extent.
     *
     * @param extents of this person's releases, 0 to 1; may be empty
     * @param others extents of other people of the practice, a list for each
     * @throws IllegalArgumentException if an extent is not 0 to 1
     */
    public static CredibleInterval of(List<Double> extents, List<List<Double>> others) {
        double[] posterior = POOLING.posterior(
                logLikelihood(extents),
                others.stream()
                        .map(each -> POOLING.evidence(logLikelihood(each)))
                        .toList());
        double[] means = new double[CELLS];
        for (int k = 0; k < posterior.length; k++) {
            means[k / STEADINESS.length] += posterior[k];
        }
        return CredibleInterval.of(means, 0, 1);
    }

    private static double[] logLikelihood(List<Double> extents) {
        double logs = 0;
        double logsOfRest = 0;
        int none = 0;
        int whole = 0;
        for (double extent : extents) {
            if (!(extent >= 0 && extent <= 1)) {
                throw new IllegalArgumentException("extent of a release is " + extent + "; range 0 to 1");
            }
            if (extent < EDGE) {
                none++;
            } else if (extent > 1 - EDGE) {
                whole++;
            } else {
                logs += Math.log(extent);
                logsOfRest += Math.log1p(-extent);
            }
        }
        int inside = extents.size() - none - whole;
        double[] likelihood = new double[CELLS * STEADINESS.length];
        for (int k = 0; k < likelihood.length; k++) {
            likelihood[k] = (own(k) * steadiness(k) - 1) * logs
                    + ((1 - own(k)) * steadiness(k) - 1) * logsOfRest
                    - inside * LOG_BETA[k]
                    + none * LOG_NONE[k]
                    + whole * LOG_WHOLE[k];
        }
        return likelihood;
    }
}
