package org.stillpoint.evidence.trial;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.stillpoint.evidence.diary.Better;
import org.stillpoint.evidence.numeric.LeastSquares;
import org.stillpoint.evidence.numeric.Sample;
import org.stillpoint.evidence.numeric.TwoShares;

/** A treated arm beside a comparison arm. Differences are treated minus comparison, in points of the outcome. */
public record Trial(Arm treated, Arm comparison) {

    /** A score of 7 after one of 10 is 30 % better, whatever the last bit of 0.3 says. */
    private static final double ROUND_OFF = 1e-12;

    /**
     * Difference after treatment at equal scores before: the adjustment for regression to the mean.
     *
     * @param difference adjusted difference with its 95 % interval, t distribution; an interval of no width means that the scores fit
     *     exactly, so that nothing can be said of what chance would do
     * @param standardError of the difference
     * @param p two-sided, of no difference
     * @param slope of the score after on the score before
     * @param residualSd points
     */
    public record Ancova(
            double difference,
            double standardError,
            double low,
            double high,
            double p,
            double slope,
            double residualSd) {}

    /** Analysis of covariance with the score before as the covariate. */
    public Ancova ancova() {
        int n = treated.size() + comparison.size();
        double[][] design = new double[n][];
        double[] after = new double[n];
        for (int i = 0; i < n; i++) {
            boolean first = i < treated.size();
            Arm arm = first ? treated : comparison;
            int j = first ? i : i - treated.size();
            design[i] = new double[] {1, first ? 1 : 0, arm.before(j)};
            after[i] = arm.after(j);
        }
        LeastSquares fit = LeastSquares.fit(design, after);
        double[] ends = fit.interval(1);
        return new Ancova(
                fit.coefficient(1),
                fit.standardError(1),
                ends[0],
                ends[1],
                fit.p(1),
                fit.coefficient(2),
                Math.sqrt(fit.residualVariance()));
    }

    /** How much response varies between people, beyond what changes without treatment vary. */
    public ResponseVariance responseVariance() {
        return ResponseVariance.of(treated, comparison);
    }

    /**
     * People who got better by at least a share of their score before, beside those who did so without the treatment.
     *
     * @param treated how many of {@code ofTreated}
     * @param comparison how many of {@code ofComparison}: never leave this out
     * @param atZeroTreated people whose score before was 0 or less: no share of it can be taken, so they are counted apart
     * @param atZeroComparison the same in the comparison arm
     * @param difference of the two shares with its 95 % interval (Newcombe's hybrid of Wilson scores)
     * @param waldLow the low end by the normal distribution, as older papers print it
     * @param waldHigh the high end
     * @param numberNeeded to treat for one more; infinite where the shares are equal
     */
    public record Responders(
            int treated,
            int ofTreated,
            int comparison,
            int ofComparison,
            int atZeroTreated,
            int atZeroComparison,
            double difference,
            double low,
            double high,
            double waldLow,
            double waldHigh,
            double numberNeeded) {}

    /**
     * Responders where {@code better} is better.
     *
     * @return empty where nobody of an arm scored above 0 before
     */
    public Optional<Responders> responders(double share, Better better) {
        int n = count(treated, i -> treated.before(i) > 0);
        int m = count(comparison, i -> comparison.before(i) > 0);
        if (n == 0 || m == 0) {
            return Optional.empty();
        }
        TwoShares shares =
                new TwoShares(responders(treated, share, better), n, responders(comparison, share, better), m);
        double[] ends = shares.newcombe();
        double[] wald = shares.wald();
        return Optional.of(new Responders(
                shares.firstCount(),
                n,
                shares.secondCount(),
                m,
                treated.size() - n,
                comparison.size() - m,
                shares.difference(),
                ends[0],
                ends[1],
                wald[0],
                wald[1],
                1 / shares.difference()));
    }

    private static int responders(Arm arm, double share, Better better) {
        return count(
                arm,
                i -> arm.before(i) > 0
                        && better.sign() * (arm.after(i) - arm.before(i)) / arm.before(i) >= share - ROUND_OFF);
    }

    private static int count(Arm arm, IntPredicate condition) {
        return (int) IntStream.range(0, arm.size()).filter(condition).count();
    }

    /** Difference of the scores after in pooled standard deviations, small-sample corrected (Hedges 1981). */
    public double hedgesG() {
        double n1 = treated.size();
        double n0 = comparison.size();
        double df = n1 + n0 - 2;
        double pooled = Math.sqrt(
                ((n1 - 1) * Sample.variance(treated.after()) + (n0 - 1) * Sample.variance(comparison.after())) / df);
        return (1 - 3 / (4 * df - 1)) * (Sample.mean(treated.after()) - Sample.mean(comparison.after())) / pooled;
    }

    /**
     * What happens without treatment, by score before: regression to the mean made visible.
     *
     * @param size people in this quarter
     * @param before their mean score before
     * @param after and after
     */
    public record Quarter(int size, double before, double after) {

        public double change() {
            return after - before;
        }

        /** Change in per cent of the score before. */
        public double perCent() {
            return 100 * change() / before;
        }
    }

    /** The people of an arm in four groups by their score before, lowest first; ties by order of appearance. */
    public static List<Quarter> quarters(Arm arm) {
        Integer[] order = IntStream.range(0, arm.size()).boxed().toArray(Integer[]::new);
        Arrays.sort(order, java.util.Comparator.comparingDouble(arm::before));
        return IntStream.range(0, 4)
                .mapToObj(q -> {
                    int from = q * arm.size() / 4;
                    int to = (q + 1) * arm.size() / 4;
                    double before = 0;
                    double after = 0;
                    for (int i = from; i < to; i++) {
                        before += arm.before(order[i]) / (to - from);
                        after += arm.after(order[i]) / (to - from);
                    }
                    return new Quarter(to - from, before, after);
                })
                .toList();
    }
}
