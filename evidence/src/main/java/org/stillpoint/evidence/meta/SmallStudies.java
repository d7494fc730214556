package org.stillpoint.evidence.meta;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.stillpoint.evidence.numeric.Kendall;
import org.stillpoint.evidence.numeric.LeastSquares;
import org.stillpoint.evidence.numeric.Sample;
import org.stillpoint.evidence.numeric.StudentT;

/** Whether small studies say something else than large ones: signs of what was never published, no proof of it. */
public final class SmallStudies {

    private static final int MOST_ROUNDS = 100;

    private final Studies studies;

    public SmallStudies(Studies studies) {
        this.studies = studies;
    }

    /** Statistic, degrees of freedom and two-sided p of asymmetry. */
    public record Egger(double t, int df, double p) {}

    /** Weighted regression of the effect on its standard error, free dispersion (Egger 1997); needs three studies. */
    public Egger egger() {
        int k = studies.size();
        double[][] design = new double[k][2];
        double[] effect = new double[k];
        for (int i = 0; i < k; i++) {
            double error = Math.sqrt(studies.variance(i));
            design[i][0] = 1 / error;
            design[i][1] = 1;
            effect[i] = studies.effect(i) / error;
        }
        LeastSquares fit = LeastSquares.fit(design, effect);
        double t = fit.coefficient(1) / fit.standardError(1);
        return new Egger(t, k - 2, 2 * StudentT.cdf(-Math.abs(t), k - 2));
    }

    /** Rank correlation of standardised effects with their variances (Begg and Mazumdar 1994). */
    public Kendall begg() {
        double[] v = studies.variances();
        Weights w = new Weights(studies, 0);
        double[] standardised = IntStream.range(0, v.length)
                .mapToDouble(i -> (studies.effect(i) - w.mean) / Math.sqrt(v[i] - 1 / w.sum))
                .toArray();
        return Kendall.of(standardised, v);
    }

    /**
     * What the funnel would say with its missing mirror images filled in (Duval and Tweedie 2000, estimator L0).
     *
     * @param filled number of studies that seem to be missing
     * @param onTheRight whether they are missing on the side of larger effects
     * @param pooled all studies and the filled ones together
     */
    public record TrimAndFill(int filled, boolean onTheRight, Pooled pooled) {}

    /** Trim and fill under one estimator; the side is the one that Egger's regression points to. */
    public TrimAndFill trimAndFill(Estimator estimator) {
        boolean right = eggerSlope(estimator) < 0;
        int k = studies.size();
        double sign = right ? -1 : 1;
        // Mirrored so that the missing studies always lie on the left.
        int[] order = Sample.order(
                Arrays.stream(studies.effects()).map(effect -> sign * effect).toArray());
        double[] y =
                Arrays.stream(order).mapToDouble(i -> sign * studies.effect(i)).toArray();
        double[] v = Arrays.stream(order).mapToDouble(studies::variance).toArray();
        int missing = -1;
        int next = 0;
        double centre = 0;
        for (int round = 0; round < MOST_ROUNDS && next != missing; round++) {
            missing = next;
            int kept = k - missing;
            centre = new MetaAnalysis(Studies.of(Arrays.copyOf(y, kept), Arrays.copyOf(v, kept)))
                    .pooled(estimator, MetaAnalysis.FULL_STEPS)
                    .estimate();
            double ranks = positiveRanks(y, centre);
            next = (int) Math.max(0, Math.min(k - 2, Math.rint((4 * ranks - k * (k + 1.0)) / (2 * k - 1.0))));
        }
        if (missing == 0) {
            return new TrimAndFill(0, right, new MetaAnalysis(studies).pooled(estimator));
        }
        double[] filledY = Arrays.copyOf(y, k + missing);
        double[] filledV = Arrays.copyOf(v, k + missing);
        for (int i = 0; i < missing; i++) {
            filledY[k + i] = 2 * centre - y[k - missing + i];
            filledV[k + i] = v[k - missing + i];
        }
        for (int i = 0; i < filledY.length; i++) {
            filledY[i] *= sign;
        }
        return new TrimAndFill(
                missing,
                right,
                new MetaAnalysis(Studies.of(filledY, filledV)).pooled(estimator, MetaAnalysis.FULL_STEPS));
    }

    /** Sum of the signed ranks of the distances to the centre that lie above it; ties in order of appearance. */
    private static double positiveRanks(double[] y, double centre) {
        int[] order = Sample.order(
                Arrays.stream(y).map(each -> Math.abs(each - centre)).toArray());
        double sum = 0;
        for (int rank = 0; rank < order.length; rank++) {
            if (y[order[rank]] > centre) {
                sum += rank + 1;
            }
        }
        return sum;
    }

    /** Slope of the effect on its standard error under the random-effects weights of this estimator. */
    private double eggerSlope(Estimator estimator) {
        double tau2 = new MetaAnalysis(studies).pooled(estimator).tau2();
        int k = studies.size();
        double[][] design = new double[k][2];
        double[] effect = new double[k];
        for (int i = 0; i < k; i++) {
            double root = Math.sqrt(1 / (studies.variance(i) + tau2));
            design[i][0] = root;
            design[i][1] = root * Math.sqrt(studies.variance(i));
            effect[i] = root * studies.effect(i);
        }
        return LeastSquares.fit(design, effect).coefficient(1);
    }
}
