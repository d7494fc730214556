package org.stillpoint.evidence.diary;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.stillpoint.evidence.numeric.StudentMixture;

/**
 * Where a diary would go if nothing but its own wandering moved it: the predictive distribution of later entries, given
 * entries so far, under the drift and noise grid with one level. This is the course to expect without treatment as far as the
 * diary alone can tell it; it cannot know that people come when they are at their worst.
 *
 * <p>{@code y = level + e}, {@code e ~ N(0, s2 R)} with {@code R} as in {@link DriftNoise}, flat prior on the level; each cell
 * predicts by kriging, with Student t of {@code n - 1} degrees of freedom plus what {@link Caution} is worth.
 */
public final class ExpectedCourse {

    /** Entries beyond this, counted from the last, change no prediction that could be seen. */
    private static final int MOST_ENTRIES = 120;

    /** Added to the noise share so that two entries at one moment never make the covariance singular; as {@link DriftNoise}. */
    private static final double JITTER = 1e-8;

    private final List<CellCourse> cells;
    private final double[] weights;
    private final int df;

    private ExpectedCourse(List<CellCourse> cells, double[] weights, int df) {
        this.cells = cells;
        this.weights = weights;
        this.df = df;
    }

    /**
     * @param days times of the entries in days, ascending; at least two
     * @param values the measure at those times, same length
     * @param scale lowest and highest value of the measure, which tempers the prediction; empty where unknown
     */
    public static ExpectedCourse of(double[] days, double[] values, Optional<Setting.Scale> scale) {
        if (days.length < 2 || days.length != values.length) {
            throw new IllegalArgumentException(
                    days.length + " times and " + values.length + " values; allowed: two or more of each");
        }
        int from = Math.max(0, days.length - MOST_ENTRIES);
        double[] times = Arrays.copyOfRange(days, from, days.length);
        double[] levels = Arrays.copyOfRange(values, from, values.length);
        Optional<Caution> caution = scale.map(s -> Caution.forScale(s.low(), s.high()));
        int df = times.length - 1 + caution.map(Caution::worth).orElse(0);
        List<CellCourse> cells = DriftNoiseGrid.STANDARD.cells().stream()
                .map(cell -> new CellCourse(cell, times, levels, caution, df))
                .toList();
        double top = cells.stream().mapToDouble(CellCourse::logWeight).max().orElseThrow();
        double[] weights =
                cells.stream().mapToDouble(c -> Math.exp(c.logWeight() - top)).toArray();
        double sum = Arrays.stream(weights).sum();
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return new ExpectedCourse(cells, weights, df);
    }

    /** One entry at a later time, in days on the same clock as the entries. */
    public StudentMixture at(double day) {
        return meanOf(day);
    }

    /** The mean of entries at these later times. */
    public StudentMixture meanOf(double... days) {
        double[] centres = new double[weights.length];
        double[] scales = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            double[] prediction = cells.get(i).predict(days);
            centres[i] = prediction[0];
            scales[i] = prediction[1];
        }
        return new StudentMixture(weights, centres, scales, df);
    }

    /** One cell of the grid: Cholesky factor of its correlations and the whitened entries. */
    private static final class CellCourse {
        private final double[] days;
        private final double phi;
        private final double drift;
        private final double[][] lower;
        private final double[] whiteOnes;
        private final double[] whiteValues;
        private final double level;
        private final double precision;
        private final double variance;
        private final double logWeight;

        CellCourse(DriftNoiseGrid.GridCell cell, double[] days, double[] values, Optional<Caution> caution, int df) {
            this.days = days;
            phi = cell.drift();
            drift = phi == 0 ? 0 : 1 - cell.noise();
            lower = factor();
            double[] ones = new double[days.length];
            Arrays.fill(ones, 1);
            whiteOnes = solve(ones);
            whiteValues = solve(values);
            precision = dot(whiteOnes, whiteOnes);
            level = dot(whiteOnes, whiteValues) / precision;
            double residual = Math.max(0, dot(whiteValues, whiteValues) - precision * level * level)
                    + caution.map(c -> c.worth() * c.typicalSd() * c.typicalSd())
                            .orElse(1e-9);
            variance = residual / df;
            double logDeterminant = 0;
            for (int i = 0; i < days.length; i++) {
                logDeterminant += Math.log(lower[i][i]);
            }
            logWeight = Math.log(cell.weight())
                    - logDeterminant
                    - 0.5 * Math.log(precision)
                    - 0.5 * df * Math.log(residual);
        }

        double logWeight() {
            return logWeight;
        }

        /** Location and scale of the mean of entries at {@code later}. */
        double[] predict(double[] later) {
            int m = later.length;
            double[] with = new double[days.length];
            double own = (1 - drift + JITTER) / m;
            for (double a : later) {
                for (int i = 0; i < days.length; i++) {
                    with[i] += correlation(a, days[i]) / m;
                }
                for (double b : later) {
                    own += correlation(a, b) / m / m;
                }
            }
            double[] white = solve(with);
            double share = 1 - dot(white, whiteOnes);
            double mean = level + dot(white, whiteValues) - level * dot(white, whiteOnes);
            double unit = own - dot(white, white) + share * share / precision;
            return new double[] {mean, Math.sqrt(variance * Math.max(unit, JITTER))};
        }

        /** Of the drift alone; the white noise of one entry tells nothing of another. */
        private double correlation(double a, double b) {
            return drift == 0 ? 0 : drift * Math.pow(phi, Math.abs(a - b));
        }

        private double[][] factor() {
            int n = days.length;
            double[][] l = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                    double sum = i == j ? 1 + JITTER : correlation(days[i], days[j]);
                    for (int k = 0; k < j; k++) {
                        sum -= l[i][k] * l[j][k];
                    }
                    l[i][j] = i == j ? Math.sqrt(sum) : sum / l[j][j];
                }
            }
            return l;
        }

        private double[] solve(double[] right) {
            double[] x = right.clone();
            for (int i = 0; i < x.length; i++) {
                for (int k = 0; k < i; k++) {
                    x[i] -= lower[i][k] * x[k];
                }
                x[i] /= lower[i][i];
            }
            return x;
        }

        private static double dot(double[] a, double[] b) {
            double sum = 0;
            for (int i = 0; i < a.length; i++) {
                sum += a[i] * b[i];
            }
            return sum;
        }
    }
}
