package org.stillpoint.evidence.meta;

import java.util.Optional;

/**
 * Several studies as one answer under one estimator of the variance between them. Effects and intervals are in the unit of
 * the studies, all intervals hold 95 %.
 *
 * @param estimator how the variance between studies was estimated
 * @param estimate pooled effect
 * @param standardError of the pooled effect
 * @param interval by the normal distribution
 * @param tau2 variance between studies; 0 under {@link Estimator#FE}
 * @param tau2Error standard error of {@code tau2}
 * @param i2 share of the scatter that is not sampling error, per cent
 * @param h2 total over sampling variance, at least 1
 * @param hartungKnapp with the t distribution and a scale from the data (Hartung and Knapp 2001)
 * @param neverNarrower the same, but never with a smaller standard error than {@code standardError}: what sentences speak from
 * @param predictions where the effect of a new study would lie; empty under {@link Estimator#FE} or with fewer than three
 *     studies
 * @param converged the estimate with {@code tau2} solved to the last few bits rather than to the customary tolerance
 */
public record Pooled(
        Estimator estimator,
        double estimate,
        double standardError,
        Interval interval,
        double tau2,
        double tau2Error,
        double i2,
        double h2,
        WithT hartungKnapp,
        WithT neverNarrower,
        Optional<Predictions> predictions,
        Converged converged) {

    /** An interval from {@code low} to {@code high}. */
    public record Interval(double low, double high) {
        static Interval around(double middle, double reach) {
            return new Interval(middle - reach, middle + reach);
        }
    }

    /**
     * The pooled effect judged by Student's t.
     *
     * @param standardError of the pooled effect
     * @param df degrees of freedom: studies less one
     * @param p two-sided, of no effect
     */
    public record WithT(double standardError, double t, int df, double p, Interval interval) {}

    /**
     * Prediction intervals for one new study. They differ in published work: say which one is meant.
     *
     * @param riley t with studies less two degrees of freedom (Higgins, Thompson, Spiegelhalter 2009; Riley 2011): the usual
     * @param rileyHartungKnapp the same around the Hartung-Knapp standard error
     * @param lessOne t with studies less one degrees of freedom and the Hartung-Knapp standard error (Partlett, Riley 2017)
     * @param normal by the normal distribution: too narrow with few studies
     * @param careful as {@code rileyHartungKnapp}, around the standard error that is never smaller than without Hartung-Knapp
     */
    public record Predictions(
            Interval riley, Interval rileyHartungKnapp, Interval lessOne, Interval normal, Interval careful) {}

    /** Estimate, its standard error and the variance between studies at full convergence. */
    public record Converged(double estimate, double standardError, double tau2) {}

    /** Statistic of "no effect" by the normal distribution. */
    public double z() {
        return estimate / standardError;
    }
}
