package org.stillpoint.evidence.diary;

import org.stillpoint.evidence.numeric.StudentMixture;

/**
 * The default estimator of one client's change: regression on "afterwards" whose errors are slow drift plus white
 * noise, averaged over a {@link DriftNoiseGrid}.
 *
 * <p>{@code y = X b + e}, {@code e ~ N(0, s2 R)}, flat prior on {@code b}, {@code 1/s2} on {@code s2}. Each cell of the
 * grid has a closed-form restricted marginal likelihood, and the change is a mixture of Student t(n - k). The drift is a
 * Markov process, so each cell is whitened by a scalar Kalman filter in O(n) rather than by a Cholesky factor in O(n^3);
 * the two are the same numbers.
 */
public final class DriftNoise {

    /** Added to the noise share so that two entries at one moment never make the covariance singular; reference grid. */
    private static final double JITTER = 1e-8;

    /** Least residual sum of squares, in squared units of the outcome, so that an exact fit stays a finite answer. */
    private static final double LEAST_RESIDUAL = 1e-9;

    private final DriftNoiseGrid grid;

    public DriftNoise(DriftNoiseGrid grid) {
        this.grid = grid;
    }

    /**
     * What one fit says about the change (after minus before, in units of the outcome).
     *
     * @param change posterior of the change
     * @param drift posterior mean of the one-day correlation, 0 to 1
     * @param noise posterior mean of the share of white noise, 0 to 1
     */
    public record Fit(StudentMixture change, double drift, double noise) {}

    /** Level before and level after, nothing else; needs at least 3 entries with one on either side. */
    public Fit levelOnly(Diary diary) {
        return fit(diary, false);
    }

    /** A straight trend through the whole diary plus a change of level; needs at least 4 entries, one on either side. */
    public Fit trendPlusLevel(Diary diary) {
        return fit(diary, true);
    }

    /** Whether the change can be told from the other columns at all: enough entries, on both sides, at enough times. */
    static boolean canFit(Diary diary, boolean withTrend) {
        if (diary.sizeBefore() == 0 || diary.sizeAfter() == 0 || diary.size() < (withTrend ? 4 : 3)) {
            return false;
        }
        int last = diary.size() - 1;
        int split = diary.sizeBefore();
        return !withTrend || diary.day(0) < diary.day(split - 1) || diary.day(split) < diary.day(last);
    }

    private Fit fit(Diary diary, boolean withTrend) {
        if (!canFit(diary, withTrend)) {
            throw new IllegalArgumentException(
                    "a change cannot be told from " + diary.sizeBefore() + " entries before and " + diary.sizeAfter()
                            + " after; allowed: at least one on either side and " + (withTrend ? 4 : 3) + " in all");
        }
        int cells = grid.cells().size();
        double[] logWeight = new double[cells];
        double[] centre = new double[cells];
        double[] scale = new double[cells];
        Whitener whitener = new Whitener(diary, withTrend);
        double[] decay = new double[diary.size()];
        double decayOf = Double.NaN;
        for (int c = 0; c < cells; c++) {
            DriftNoiseGrid.Cell cell = grid.cells().get(c);
            if (cell.drift() != decayOf) {
                for (int i = 1; i < diary.size(); i++) {
                    decay[i] = cell.drift() == 0 ? 0 : Math.pow(cell.drift(), diary.day(i) - diary.day(i - 1));
                }
                decayOf = cell.drift();
            }
            boolean white = cell.drift() == 0;
            whitener.whiten(decay, white ? 0 : 1 - cell.noise(), (white ? 1 : cell.noise()) + JITTER);
            logWeight[c] = Math.log(cell.weight()) + whitener.logMarginal();
            centre[c] = whitener.change();
            scale[c] = whitener.changeScale();
        }
        double[] weight = normalise(logWeight);
        double drift = 0;
        double noise = 0;
        for (int c = 0; c < cells; c++) {
            drift += weight[c] * grid.cells().get(c).drift();
            noise += weight[c] * grid.cells().get(c).noise();
        }
        return new Fit(new StudentMixture(weight, centre, scale, whitener.df()), drift, noise);
    }

    private static double[] normalise(double[] logWeight) {
        double top = Double.NEGATIVE_INFINITY;
        for (double w : logWeight) {
            top = Math.max(top, w);
        }
        double sum = 0;
        double[] weight = new double[logWeight.length];
        for (int c = 0; c < weight.length; c++) {
            weight[c] = Math.exp(logWeight[c] - top);
            sum += weight[c];
        }
        for (int c = 0; c < weight.length; c++) {
            weight[c] /= sum;
        }
        return weight;
    }

    /** Generalised least squares in one cell: columns are filtered to independent innovations of variance one. */
    private static final class Whitener {
        private final int n;
        private final int k;
        private final double[][] columns;
        private final double[][] gram;
        private final double[][] upper;
        private final double[] solution;
        private double logDeterminant;
        private double residual;

        Whitener(Diary diary, boolean withTrend) {
            n = diary.size();
            k = withTrend ? 3 : 2;
            columns = new double[k + 1][n];
            double middle = 0;
            for (int i = 0; i < n; i++) {
                middle += diary.day(i) / n;
            }
            for (int i = 0; i < n; i++) {
                columns[0][i] = 1;
                if (withTrend) {
                    columns[1][i] = diary.day(i) - middle;
                }
                columns[k - 1][i] = i < diary.sizeBefore() ? 0 : 1;
                columns[k][i] = diary.value(i);
            }
            gram = new double[k + 1][k + 1];
            upper = new double[k + 1][k + 1];
            solution = new double[k];
        }

        int df() {
            return n - k;
        }

        /** Kalman filter of every column at once; {@code drift} and {@code noise} are variances that sum to one. */
        void whiten(double[] decay, double drift, double noise) {
            for (double[] row : gram) {
                java.util.Arrays.fill(row, 0);
            }
            double[] state = new double[k + 1];
            double[] innovation = new double[k + 1];
            double variance = drift;
            logDeterminant = 0;
            for (int i = 0; i < n; i++) {
                if (i > 0) {
                    double phi = decay[i];
                    variance = phi * phi * variance + drift * (1 - phi * phi);
                    for (int a = 0; a <= k; a++) {
                        state[a] *= phi;
                    }
                }
                double total = variance + noise;
                double gain = variance / total;
                double inverse = 1 / total;
                logDeterminant += Math.log(total);
                for (int a = 0; a <= k; a++) {
                    innovation[a] = columns[a][i] - state[a];
                    state[a] += gain * innovation[a];
                    for (int b = 0; b <= a; b++) {
                        gram[b][a] += innovation[a] * innovation[b] * inverse;
                    }
                }
                variance = gain * noise;
            }
            factorise();
        }

        /** Cholesky of the bordered Gram matrix: its last corner is the residual, its last column gives the solution. */
        private void factorise() {
            for (int a = 0; a <= k; a++) {
                for (int b = a; b <= k; b++) {
                    double sum = gram[a][b];
                    for (int c = 0; c < a; c++) {
                        sum -= upper[c][a] * upper[c][b];
                    }
                    if (a == b) {
                        upper[a][a] = a == k ? sum : Math.sqrt(sum);
                    } else {
                        upper[a][b] = sum / upper[a][a];
                    }
                }
            }
            for (int a = k - 1; a >= 0; a--) {
                double sum = upper[a][k];
                for (int b = a + 1; b < k; b++) {
                    sum -= upper[a][b] * solution[b];
                }
                solution[a] = sum / upper[a][a];
            }
            residual = Math.max(upper[k][k], LEAST_RESIDUAL);
        }

        double logMarginal() {
            double logGram = 0;
            for (int a = 0; a < k; a++) {
                logGram += Math.log(upper[a][a]);
            }
            return -0.5 * logDeterminant - logGram - 0.5 * df() * Math.log(residual);
        }

        double change() {
            return solution[k - 1];
        }

        /** The change is the last column, so its variance is the inverse square of the last pivot. */
        double changeScale() {
            return Math.sqrt(residual / df()) / upper[k - 1][k - 1];
        }
    }
}
