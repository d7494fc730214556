package org.stillpoint.evidence.diary;

import java.util.Arrays;
import java.util.Optional;

/** Generalised least squares in one cell of the grid: columns are filtered to independent innovations of variance one. */
final class Whitener {

    /** Added to the noise share so that two entries at one moment never make the covariance singular; reference grid. */
    private static final double JITTER = 1e-8;

    /** Least residual sum of squares, squared units of the outcome, so that an exact fit stays a finite answer. */
    private static final double LEAST_RESIDUAL = 1e-9;

    private final Diary diary;
    private final Optional<Caution> caution;
    private final int n;
    private final int k;
    private final double[][] columns;
    private final double[][] gram;
    private final double[][] upper;
    private final double[] solution;
    private final double[] state;
    private final double[] innovation;
    private final double[] decay;
    private double decayOf = Double.NaN;
    private double logDeterminant;
    private double residual;
    private double precision;

    Whitener(Diary diary, boolean withTrend, Optional<Caution> caution) {
        this.diary = diary;
        this.caution = caution;
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
        state = new double[k + 1];
        innovation = new double[k + 1];
        decay = new double[n];
    }

    int df() {
        return n - k + caution.map(c -> 1 + c.worth()).orElse(0);
    }

    void whiten(DriftNoiseGrid.Cell cell) {
        if (cell.drift() != decayOf) {
            decayOf = cell.drift();
            for (int i = 1; i < n; i++) {
                decay[i] = decayOf == 0 ? 0 : Math.pow(decayOf, diary.day(i) - diary.day(i - 1));
            }
        }
        boolean white = cell.drift() == 0;
        filter(white ? 0 : 1 - cell.noise(), (white ? 1 : cell.noise()) + JITTER);
        factorise();
    }

    /** Kalman filter of every column at once; {@code drift} and {@code noise} are variances that sum to one. */
    private void filter(double drift, double noise) {
        for (double[] row : gram) {
            Arrays.fill(row, 0);
        }
        Arrays.fill(state, 0);
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
        // The change is the last column, so the square of the last pivot is its precision.
        precision = upper[k - 1][k - 1] * upper[k - 1][k - 1];
        caution.ifPresent(this::temper);
    }

    /** Adds the two proper priors: the change is drawn towards none, the variance towards what is typical. */
    private void temper(Caution prior) {
        double change = solution[k - 1];
        double own = 1 / precision;
        residual += change * change / (own + prior.changeVariance())
                + prior.worth() * prior.typicalSd() * prior.typicalSd();
        precision += 1 / prior.changeVariance();
        solution[k - 1] = change / own / precision;
    }

    double logMarginal() {
        double logGram = 0.5 * Math.log(precision);
        for (int a = 0; a < k - 1; a++) {
            logGram += Math.log(upper[a][a]);
        }
        return -0.5 * logDeterminant - logGram - 0.5 * df() * Math.log(residual);
    }

    double change() {
        return solution[k - 1];
    }

    double changeScale() {
        return Math.sqrt(variance() / precision);
    }

    /** Estimated variance of an entry. */
    double variance() {
        return residual / df();
    }

    /** Variance of the change where an entry has variance one. */
    double unitVarianceOfChange() {
        return 1 / precision;
    }
}
