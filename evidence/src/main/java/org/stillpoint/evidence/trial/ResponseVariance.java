package org.stillpoint.evidence.trial;

import org.jspecify.annotations.Nullable;
import org.stillpoint.evidence.numeric.Sample;

/** The answer to "how much does response vary between people?", which only a comparison group can give. */
public sealed interface ResponseVariance {

    /** Two-sided 5 % point of the normal distribution as published analyses round it; dimensionless. */
    double CRITICAL = 1.96;

    /**
     * Standard deviation of individual responses (Atkinson and Batterham 2015).
     *
     * @param treatedSd standard deviation of the changes under treatment, points
     * @param comparisonSd and without it
     * @param variance treated less comparison variance; negative where changes vary less under treatment
     * @param sd its root with the sign of the variance, points
     * @param low low end of the 95 % interval of {@code sd}, signed likewise
     * @param logRatio log of the ratio of the two standard deviations, corrected for bias
     * @param logRatioError standard error of {@code logRatio}
     */
    record Estimated(
            double treatedSd,
            double comparisonSd,
            double variance,
            double sd,
            double low,
            double high,
            double logRatio,
            double logRatioError)
            implements ResponseVariance {}

    /** Why there is no answer. */
    record NotEstimable(String reason) implements ResponseVariance {}

    /** Compares changes under treatment with changes of a comparison group; without one the question is refused. */
    static ResponseVariance of(Arm treated, @Nullable Arm comparison) {
        if (comparison == null) {
            return new NotEstimable(
                    "Without a comparison group this cannot be told: people's changes differ by measurement error, by the"
                            + " natural course and by regression to the mean even where a treatment does nothing, and only"
                            + " untreated people show by how much.");
        }
        double vt = Sample.variance(treated.changes());
        double vc = Sample.variance(comparison.changes());
        double dt = treated.size() - 1.0;
        double dc = comparison.size() - 1.0;
        double reach = CRITICAL * Math.sqrt(2 * (vt * vt / dt + vc * vc / dc));
        double variance = vt - vc;
        return new Estimated(
                Math.sqrt(vt),
                Math.sqrt(vc),
                variance,
                signedRoot(variance),
                signedRoot(variance - reach),
                signedRoot(variance + reach),
                0.5 * Math.log(vt / vc) + 1 / (2 * dt) - 1 / (2 * dc),
                Math.sqrt(1 / (2 * dt) + 1 / (2 * dc)));
    }

    private static double signedRoot(double x) {
        return Math.copySign(Math.sqrt(Math.abs(x)), x);
    }
}
