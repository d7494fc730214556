package org.stillpoint.evidence.trial;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.stillpoint.evidence.numeric.LeastSquares;
import org.stillpoint.evidence.numeric.Sample;

/** A treated arm beside a comparison arm. Differences are treated minus comparison, in points of the outcome. */
public record Trial(Arm treated, Arm comparison) {

    /**
     * Difference after treatment at equal scores before: the adjustment for regression to the mean.
     *
     * @param difference adjusted difference with its 95 % interval, t distribution
     * @param p two-sided, of no difference
     * @param slope of the score after on the score before
     * @param residualSd points
     */
    public record Ancova(double difference, double low, double high, double p, double slope, double residualSd) {}

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
                fit.coefficient(1), ends[0], ends[1], fit.p(1), fit.coefficient(2), Math.sqrt(fit.residualVariance()));
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
     * @param difference of the two shares with its 95 % interval (Wald)
     * @param numberNeeded to treat for one more; infinite where the shares are equal
     */
    public record Responders(
            int treated,
            int ofTreated,
            int comparison,
            int ofComparison,
            double difference,
            double low,
            double high,
            double numberNeeded) {}

    /** Responders where less is better; a person who scored 0 before cannot respond. */
    public Responders responders(double share) {
        int a = responders(treated, share);
        int b = responders(comparison, share);
        double p = a / (double) treated.size();
        double q = b / (double) comparison.size();
        double reach =
                ResponseVariance.CRITICAL * Math.sqrt(p * (1 - p) / treated.size() + q * (1 - q) / comparison.size());
        return new Responders(
                a, treated.size(), b, comparison.size(), p - q, p - q - reach, p - q + reach, 1 / (p - q));
    }

    private static int responders(Arm arm, double share) {
        return count(arm, i -> arm.before(i) > 0 && (arm.before(i) - arm.after(i)) / arm.before(i) >= share - 1e-12);
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
