package org.stillpoint.evidence.diary;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.stillpoint.evidence.numeric.Kendall;
import org.stillpoint.evidence.numeric.Normal;
import org.stillpoint.evidence.numeric.Root;
import org.stillpoint.evidence.numeric.Sample;

/**
 * How little the entries after the start overlap with those before: description of a diary, never proof of a change.
 * Indices are turned so that larger is better. On diaries of untreated people these call a change in 13 to 45 % of
 * cases, which is why none of them may.
 */
public final class Overlap {

    private static final double LEVEL = 0.95;

    private final double[] before;
    private final double[] after;

    private Overlap(double[] before, double[] after) {
        this.before = before;
        this.after = after;
    }

    /** Of a diary with at least one entry on either side of its start. */
    public static Overlap of(Diary diary) {
        if (diary.sizeBefore() == 0 || diary.sizeAfter() == 0) {
            throw new IllegalArgumentException(diary.sizeBefore() + " entries before and " + diary.sizeAfter()
                    + " after; allowed: at least one on either side");
        }
        return new Overlap(turned(diary.valuesBefore(), diary.better()), turned(diary.valuesAfter(), diary.better()));
    }

    private static double[] turned(double[] values, Better better) {
        return Arrays.stream(values).map(v -> better.sign() * v).toArray();
    }

    /**
     * An index with its standard error and 95 % interval.
     *
     * @param standardError NaN with a single entry on one side
     */
    public record Index(double estimate, double standardError, double low, double high) {}

    /** Non-overlap of all pairs (Parker and Vannest 2009): share of before-after pairs that got better, ties half. */
    public Index nap() {
        return nap(before, after);
    }

    /** Non-overlap on the scale -1 to 1 (Parker 2011). */
    public Index tau() {
        return doubled(nap());
    }

    private static Index doubled(Index nap) {
        return new Index(2 * nap.estimate() - 1, 2 * nap.standardError(), 2 * nap.low() - 1, 2 * nap.high() - 1);
    }

    private static Index nap(double[] a, double[] b) {
        int m = a.length;
        int n = b.length;
        double[] rows = new double[m];
        double[] columns = new double[n];
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                double won = b[j] > a[i] ? 1 : b[j] == a[i] ? 0.5 : 0;
                rows[i] += won;
                columns[j] += won;
                sum += won;
                squares += won * won;
            }
        }
        double pairs = (double) m * n;
        double nap = sum / pairs;
        double q1 = squaresOf(rows) / (pairs * n);
        double q2 = squaresOf(columns) / (pairs * m);
        // Unbiased variance (Sen 1967, Mee 1990), never below that of half a pair's overlap.
        double unbiased = nap - (m + n - 1) * nap * nap + n * q1 + m * q2 - 2 * squares / pairs;
        double least = 0.5 / pairs;
        double variance = Math.max(unbiased, least * (1 - least)) / ((m - 1.0) * (n - 1));
        double[] ends = newcombe(nap, m, n);
        return new Index(nap, Math.sqrt(variance), ends[0], ends[1]);
    }

    private static double squaresOf(double[] x) {
        return Arrays.stream(x).map(v -> v * v).sum();
    }

    /** Score interval, method 5 of Newcombe 2006; for complete non-overlap the end inside the range. */
    private static double[] newcombe(double nap, int m, int n) {
        DoubleUnaryOperator f = scoreEquation(nap, m, n);
        double inside = 1e-12;
        double low = nap <= 0 ? 0 : Root.find(f, inside, Math.min(nap, 1 - inside));
        double high = nap >= 1 ? 1 : Root.find(f, Math.max(nap, inside), 1 - inside);
        return new double[] {low, high};
    }

    /** The equation whose roots on either side of {@code nap} are the ends of the interval. */
    static DoubleUnaryOperator scoreEquation(double nap, int m, int n) {
        double h = (m + n) / 2.0 - 1;
        double z2 = Math.pow(Normal.quantile((1 + LEVEL) / 2), 2);
        return x -> m * n * (nap - x) * (nap - x) * (2 - x) * (1 + x)
                - z2 * x * (1 - x) * (2 + h + (1 + 2 * h) * x * (1 - x));
    }

    /** Share of entries after that are better than every one before (Scruggs 1987). */
    public double pnd() {
        double best = Arrays.stream(before).max().orElseThrow();
        return Arrays.stream(after).filter(v -> v > best).count() / (double) after.length;
    }

    /** Share of entries after that are better than the median before, ties half (Ma 2006). */
    public double pem() {
        double median = Sample.median(before);
        return Arrays.stream(after)
                        .map(v -> v > median ? 1 : v == median ? 0.5 : 0)
                        .sum()
                / after.length;
    }

    /** Share of entries left when the fewest are removed that end all overlap (Parker 2007). */
    public double pand() {
        double[] a = before.clone();
        double[] b = after.clone();
        Arrays.sort(a);
        Arrays.sort(b);
        int most = 0;
        for (int i = 0; i <= a.length; i++) {
            double highest = i == 0 ? Double.NEGATIVE_INFINITY : a[i - 1];
            int above = (int) Arrays.stream(b).filter(v -> v > highest).count();
            most = Math.max(most, i + above);
        }
        return most / (double) (a.length + b.length);
    }

    /** Robust improvement rate difference (Parker, Vannest, Brown 2009). */
    public double ird() {
        double m = before.length;
        double n = after.length;
        return ((m + n) * (m + n) * pand() - m * m - n * n) / (2 * m * n);
    }

    /** Tau less the trend before the start (Parker 2011). Kept to reproduce published work; not bounded by 1. */
    public double tauU() {
        double won = 0;
        for (double a : before) {
            for (double b : after) {
                won += Math.signum(b - a);
            }
        }
        for (int i = 0; i < before.length; i++) {
            for (int j = 0; j < i; j++) {
                won -= Math.signum(before[i] - before[j]);
            }
        }
        return won / (before.length * (double) after.length);
    }

    /** Difference of means over the standard deviation before, small-sample corrected (Hedges 1981); NaN without spread. */
    public Index standardisedDifference() {
        double s2 = Sample.variance(before);
        double df = before.length - 1.0;
        double correction = 1 - 3 / (4 * df - 1);
        double d = correction * (Sample.mean(after) - Sample.mean(before)) / Math.sqrt(s2);
        double error = correction
                * Math.sqrt(1.0 / before.length + Sample.variance(after) / (after.length * s2) + d * d / (2 * df));
        return around(d, error);
    }

    /**
     * Log ratio of the means after and before in the measure's own direction, corrected for bias (Pustejovsky 2018);
     * negative when the measure fell. Means must be above 0.
     */
    public Index logResponseRatio() {
        double a = Math.abs(Sample.mean(before));
        double b = Math.abs(Sample.mean(after));
        double va = Sample.variance(before) / (before.length * a * a);
        double vb = Sample.variance(after) / (after.length * b * b);
        return around(Math.log(b) + vb / 2 - Math.log(a) - va / 2, Math.sqrt(va + vb));
    }

    /** Plain log ratio of the means, and the same as per cent change. */
    public double logResponseRatioUncorrected() {
        return Math.log(Sample.mean(after) / Sample.mean(before));
    }

    private static Index around(double estimate, double error) {
        double reach = Normal.quantile((1 + LEVEL) / 2) * error;
        return new Index(estimate, error, estimate - reach, estimate + reach);
    }

    /**
     * Non-overlap after the trend before the start is taken out (Tarlow 2017).
     *
     * @param tau on the residuals of the Theil-Sen line through the entries before, -1 to 1
     * @param slope of that line, in units per entry, in the measure's own direction
     * @param intercept of that line at entry 0
     * @param trendBefore Kendall's correlation of the entries before with their order
     * @param uncorrected Kendall's correlation of all entries with the phase
     * @param corrected the same on the residuals; its values are NaN where the residuals do not vary
     */
    public record BaselineCorrected(
            Index tau, double slope, double intercept, Kendall trendBefore, Kendall uncorrected, Kendall corrected) {}

    public BaselineCorrected baselineCorrected(Better better) {
        int m = before.length;
        int n = after.length;
        double[] slopes = IntStream.range(0, m)
                .boxed()
                .flatMapToDouble(i -> IntStream.range(0, i).mapToDouble(j -> (before[i] - before[j]) / (i - j)))
                .toArray();
        double slope = Sample.median(slopes);
        double intercept = Sample.median(IntStream.range(0, m)
                .mapToDouble(i -> before[i] - slope * (i + 1))
                .toArray());
        double[] a = IntStream.range(0, m)
                .mapToDouble(i -> settled(before[i] - intercept - slope * (i + 1)))
                .toArray();
        double[] b = IntStream.range(0, n)
                .mapToDouble(j -> settled(after[j] - intercept - slope * (m + j + 1)))
                .toArray();
        double[] order = IntStream.rangeClosed(1, m).asDoubleStream().toArray();
        double[] phase = new double[m + n];
        Arrays.fill(phase, m, m + n, 1);
        return new BaselineCorrected(
                doubled(nap(a, b)),
                better.sign() * slope,
                better.sign() * intercept,
                Kendall.ofNormal(before, order),
                Kendall.ofNormal(joined(before, after), phase),
                Kendall.ofNormal(joined(a, b), phase));
    }

    /** Residuals that are equal but for round-off must count as ties. */
    private static double settled(double residual) {
        return Math.rint(residual * 1e9) / 1e9;
    }

    private static double[] joined(double[] a, double[] b) {
        double[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }

    /**
     * Every start that would have left enough entries on both sides, and how many of them show a difference of means at
     * least as good. A p value only where the start was truly drawn by lot among these.
     *
     * @param possible number of possible starts
     * @param observed difference of means, better positive
     * @param p share of starts with a difference at least as good
     */
    public record StartPoints(int possible, double observed, double p) {}

    /** Randomisation over start points with at least {@code least} entries in each phase. */
    public StartPoints startPoints(int least) {
        double[] all = joined(before, after);
        double observed = difference(all, before.length);
        double[] possible = IntStream.rangeClosed(least, all.length - least)
                .mapToDouble(split -> difference(all, split))
                .toArray();
        double near = 1e-12 * Math.max(1, Math.abs(observed));
        long asGood = Arrays.stream(possible).filter(d -> d >= observed - near).count();
        return new StartPoints(possible.length, observed, asGood / (double) possible.length);
    }

    private static double difference(double[] all, int split) {
        return Sample.mean(Arrays.copyOfRange(all, split, all.length)) - Sample.mean(Arrays.copyOf(all, split));
    }
}
