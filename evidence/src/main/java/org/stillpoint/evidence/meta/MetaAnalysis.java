package org.stillpoint.evidence.meta;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.stillpoint.evidence.meta.Pooled.Converged;
import org.stillpoint.evidence.meta.Pooled.Interval;
import org.stillpoint.evidence.meta.Pooled.Predictions;
import org.stillpoint.evidence.meta.Pooled.WithT;
import org.stillpoint.evidence.numeric.ChiSquared;
import org.stillpoint.evidence.numeric.Normal;
import org.stillpoint.evidence.numeric.Root;
import org.stillpoint.evidence.numeric.StudentT;

/** Fixed and random effects over a set of studies. */
public final class MetaAnalysis {

    private static final double LEVEL = 0.95;

    /** Share of a scoring step that the reference analyses took (stepadj), which lets scattered studies converge. */
    private static final double HALF_STEPS = 0.5;

    /** What metafor takes by default, as trim and fill and the two-stage N-of-1 analyses did. */
    public static final double FULL_STEPS = 1;

    /** Tolerance of the ends of the interval of tau squared, squared units: as R's uniroot; 2022. */
    private static final double ENDS = Math.sqrt(Math.sqrt(Math.ulp(1.0)));

    private final Studies studies;
    private final BetweenStudies between;
    private final int k;

    public MetaAnalysis(Studies studies) {
        this.studies = studies;
        this.between = new BetweenStudies(studies);
        this.k = studies.size();
    }

    public Studies studies() {
        return studies;
    }

    /**
     * Whether the studies differ by more than chance (Cochran 1954).
     *
     * @param q weighted squares of the distances to the fixed-effect mean
     * @param df studies less one
     * @param p of a Q this large if all studies had one effect
     */
    public record Heterogeneity(double q, int df, double p) {}

    public Heterogeneity heterogeneity() {
        double q = new Weights(studies, 0).squares;
        return new Heterogeneity(q, k - 1, ChiSquared.tail(q, k - 1));
    }

    /** Everything one estimator says. */
    public Pooled pooled(Estimator estimator) {
        return pooled(estimator, HALF_STEPS);
    }

    /**
     * Everything one estimator says, where scoring takes {@code stepShare} of each step (stepadj in metafor: 1 is its
     * default, a half lets scattered studies converge). It changes where REML, ML and EB stop, by less than 1e-4.
     */
    public Pooled pooled(Estimator estimator, double stepShare) {
        double tau2 = between.customary(estimator, stepShare);
        Weights w = new Weights(studies, tau2);
        double error = Math.sqrt(1 / w.sum);
        double typical = typicalVariance();
        double i2 = estimator == Estimator.FE ? fixedI2() : 100 * tau2 / (tau2 + typical);
        double h2 = estimator == Estimator.FE ? heterogeneity().q() / (k - 1) : tau2 / typical + 1;
        double scale = Math.sqrt(w.squares / (k - 1));
        WithT hartungKnapp = withT(w.mean, error * scale);
        double exact = between.converged(estimator);
        Weights atExact = new Weights(studies, exact);
        return new Pooled(
                estimator,
                w.mean,
                error,
                Interval.around(w.mean, Normal.Z975 * error),
                tau2,
                between.standardError(estimator, tau2),
                i2,
                h2,
                hartungKnapp,
                withT(w.mean, error * Math.max(1, scale)),
                predictions(estimator, w.mean, error, error * scale, tau2),
                new Converged(atExact.mean, Math.sqrt(1 / atExact.sum), exact));
    }

    private WithT withT(double estimate, double error) {
        double t = estimate / error;
        return new WithT(
                error,
                t,
                k - 1,
                2 * StudentT.cdf(-Math.abs(t), k - 1),
                Interval.around(estimate, StudentT.quantile((1 + LEVEL) / 2, k - 1) * error));
    }

    private Optional<Predictions> predictions(
            Estimator estimator, double estimate, double error, double errorHartungKnapp, double tau2) {
        if (estimator == Estimator.FE || k < 3) {
            return Optional.empty();
        }
        double lessTwo = StudentT.quantile((1 + LEVEL) / 2, k - 2);
        double lessOne = StudentT.quantile((1 + LEVEL) / 2, k - 1);
        double reach = Math.sqrt(tau2 + error * error);
        double reachHartungKnapp = Math.sqrt(tau2 + errorHartungKnapp * errorHartungKnapp);
        double reachCareful = Math.max(reach, reachHartungKnapp);
        return Optional.of(new Predictions(
                Interval.around(estimate, lessTwo * reach),
                Interval.around(estimate, lessTwo * reachHartungKnapp),
                Interval.around(estimate, lessOne * reachHartungKnapp),
                Interval.around(estimate, Normal.Z975 * reach),
                Interval.around(estimate, lessTwo * reachCareful)));
    }

    /** The sampling variance of a typical study (Higgins and Thompson 2002). */
    private double typicalVariance() {
        return (k - 1) / new Weights(studies, 0).traceP();
    }

    private double fixedI2() {
        double q = heterogeneity().q();
        return q <= 0 ? 0 : Math.max(0, 100 * (q - (k - 1)) / q);
    }

    /** Interval of the variance between studies by profiling Q (Viechtbauer 2007); either end may be 0. */
    public Interval tau2Interval() {
        return new Interval(
                profiled(ChiSquared.quantile((1 + LEVEL) / 2, k - 1)),
                profiled(ChiSquared.quantile((1 - LEVEL) / 2, k - 1)));
    }

    /** {@link #tau2Interval()} as shares of the scatter that are not sampling error, per cent. */
    public Interval i2Interval() {
        Interval tau2 = tau2Interval();
        double typical = typicalVariance();
        return new Interval(100 * tau2.low() / (tau2.low() + typical), 100 * tau2.high() / (tau2.high() + typical));
    }

    private double profiled(double target) {
        if (new Weights(studies, 0).squares <= target) {
            return 0;
        }
        double high = 100;
        while (new Weights(studies, high).squares > target) {
            high *= 4;
        }
        return Root.find(tau2 -> new Weights(studies, tau2).squares - target, 0, high, ENDS);
    }

    /** Log restricted likelihood at {@code tau2}, constants included. */
    public double restrictedLogLikelihood(double tau2) {
        return between.logLikelihood(tau2, true);
    }

    /** Each study's effect drawn towards the pooled one: best linear unbiased predictions. */
    public double[] shrunk(Pooled pooled) {
        return IntStream.range(0, k)
                .mapToDouble(i -> {
                    double own = pooled.tau2() / (pooled.tau2() + studies.variance(i));
                    return own * studies.effect(i) + (1 - own) * pooled.estimate();
                })
                .toArray();
    }

    /** What is pooled without each study in turn, in their order; needs three studies. */
    public List<Pooled> withoutEach(Estimator estimator) {
        return IntStream.range(0, k)
                .mapToObj(i -> new MetaAnalysis(studies.without(i)).pooled(estimator))
                .toList();
    }

    /** Lowest and highest pooled effect when each study is left out in turn; needs three studies. */
    public Interval leaveOneOutRange(Estimator estimator) {
        DoubleSummaryStatistics left =
                withoutEach(estimator).stream().mapToDouble(Pooled::estimate).summaryStatistics();
        return new Interval(left.getMin(), left.getMax());
    }
}
