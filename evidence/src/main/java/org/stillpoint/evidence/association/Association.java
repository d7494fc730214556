package org.stillpoint.evidence.association;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.stillpoint.evidence.numeric.Normal;
import org.stillpoint.evidence.numeric.Sample;

/**
 * How two things go together in many people, with 95 % intervals. It says nothing about what causes what.
 *
 * @param people who have all values
 * @param spearman rank correlation
 * @param adjusted rank correlation of what is left of both once the other things are accounted for by least squares on ranks
 * @param slope change of y, in its own unit, that goes with one standard deviation more of x among people alike in the other things
 */
public record Association(int people, Estimate spearman, Estimate adjusted, Estimate slope) {
    /** What is left of a column below this share of it counts as nothing: it repeats the others. */
    private static final double REPEATS = 1e-9;

    /** A value with its 95 % interval; NaN where one side never varies. */
    public record Estimate(double value, double low, double high) {}

    /**
     * Of people none of whose values is missing.
     *
     * @param others what is held alike, one array a thing; may be empty
     * @throws IllegalArgumentException on unequal lengths or fewer than 5 people more than there are things held alike
     */
    public static Association of(double[] x, double[] y, List<double[]> others) {
        if (x.length != y.length || others.stream().anyMatch(other -> other.length != x.length)) {
            throw new IllegalArgumentException("values of unequal numbers of people");
        }
        if (x.length < others.size() + 5) {
            throw new IllegalArgumentException(
                    x.length + " people are too few: at least " + (others.size() + 5) + " are needed");
        }
        double[] rankX = ranks(x);
        double[] rankY = ranks(y);
        List<double[]> ranked = basis(others.stream().map(Association::ranks).toList(), x.length);
        double adjusted = Sample.correlation(left(rankX, ranked), left(rankY, ranked));
        // One of the basis is the constant.
        int held = ranked.size() - 1;
        return new Association(
                x.length,
                interval(Sample.correlation(rankX, rankY), x.length),
                interval(adjusted, x.length - held),
                slope(x, y, basis(others, x.length)));
    }

    /** Fisher's z with the variance of a rank correlation, (1 + r^2/2) / (n - 3) (Bonett and Wright 2000, Psychometrika 65:23). */
    private static Estimate interval(double r, int n) {
        double reach = Normal.Z975 * Math.sqrt((1 + r * r / 2) / (n - 3));
        double z = 0.5 * Math.log((1 + r) / (1 - r));
        return Math.abs(r) >= 1 ? new Estimate(r, r, r) : new Estimate(r, Math.tanh(z - reach), Math.tanh(z + reach));
    }

    /** Least squares, its error robust to unequal variance (HC1: MacKinnon and White 1985, Journal of Econometrics 29:305). */
    private static Estimate slope(double[] x, double[] y, List<double[]> basis) {
        double sd = Sample.sd(x);
        double[] ofX = left(x, basis);
        double[] ofY = left(y, basis);
        double xx = dot(ofX, ofX);
        double slope = dot(ofX, ofY) / xx;
        double meat = 0;
        for (int i = 0; i < x.length; i++) {
            double error = (ofY[i] - slope * ofX[i]) * ofX[i];
            meat += error * error;
        }
        int free = x.length - basis.size() - 1;
        double reach = Normal.Z975 * Math.sqrt(meat * x.length / free) / xx;
        return xx <= REPEATS * dot(x, x)
                ? new Estimate(Double.NaN, Double.NaN, Double.NaN)
                : new Estimate(sd * slope, sd * (slope - reach), sd * (slope + reach));
    }

    /** Ranks from 1; equal values share the mean of their ranks. */
    static double[] ranks(double[] values) {
        int[] order = Sample.order(values);
        double[] ranks = new double[values.length];
        int from = 0;
        while (from < order.length) {
            int to = from;
            while (to + 1 < order.length && values[order[to + 1]] == values[order[from]]) {
                to++;
            }
            for (int k = from; k <= to; k++) {
                ranks[order[k]] = 1 + (from + to) / 2.0;
            }
            from = to + 1;
        }
        return ranks;
    }

    /** The constant and the columns, each less what the ones before it say and of length 1; columns that repeat them are left out. */
    private static List<double[]> basis(List<double[]> columns, int n) {
        List<double[]> basis = new ArrayList<>();
        double[] constant = new double[n];
        Arrays.fill(constant, 1 / Math.sqrt(n));
        basis.add(constant);
        for (double[] column : columns) {
            double[] rest = left(left(column, basis), basis);
            double size = Math.sqrt(dot(rest, rest));
            if (size > REPEATS * Math.sqrt(dot(column, column))) {
                basis.add(Arrays.stream(rest).map(value -> value / size).toArray());
            }
        }
        return basis;
    }

    private static double[] left(double[] column, List<double[]> basis) {
        double[] left = column.clone();
        for (double[] direction : basis) {
            double along = dot(left, direction);
            for (int i = 0; i < left.length; i++) {
                left[i] -= along * direction[i];
            }
        }
        return left;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
