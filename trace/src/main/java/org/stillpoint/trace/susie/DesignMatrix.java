package org.stillpoint.trace.susie;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

/**
 * The columns of a regression, centred and scaled once, kept row after row.
 *
 * <p>Row order lets one pass over the matrix give both {@code X b} and {@code X'X b}: a row is still in the processor's nearest cache when
 * it is used the second time. Immutable; safe to share between threads.
 */
public final class DesignMatrix {
    /** Larger values would overflow when squared and summed. */
    private static final double LARGEST = 1e150;

    /** Values from which a matrix is read by two cores: 2 MiB of them, about what one core has near. */
    private static final int LARGE = 1 << 18;

    private final int rows;
    private final int columns;
    private final double[] values;
    private final double[] centre;
    private final double[] scale;
    private final double[] squares;
    private final boolean uniformSquares;

    private DesignMatrix(int rows, int columns, double[] values, double[] centre, double[] scale, double[] squares) {
        this.rows = rows;
        this.columns = columns;
        this.values = values;
        this.centre = centre;
        this.scale = scale;
        this.squares = squares;
        this.uniformSquares = Arrays.stream(squares).allMatch(square -> square == squares[0]);
    }

    /**
     * Columns centred on their mean and divided by their standard deviation (n - 1), as susieR's defaults do; a constant column becomes
     * zero and can carry no effect.
     *
     * @param byRow {@code rows x columns} values, row after row; not changed
     * @throws IllegalArgumentException on fewer than two rows, no column, a wrong length, or a value that is not finite
     */
    public static DesignMatrix standardised(double[] byRow, int rows, int columns) {
        checkShape(byRow, rows, columns);
        // Sums of what differs from the first row: its distance from the mean is at most the square root of n
        // deviations, so that what is
        // subtracted below costs no more digits than the sums themselves.
        double[] centre = Arrays.copyOf(byRow, columns);
        double[] left = new double[columns];
        double[] squares = new double[columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                double value = byRow[i * columns + j] - centre[j];
                left[j] += value;
                squares[j] += value * value;
            }
        }
        checkFinite(squares, byRow, columns);
        double[] scale = new double[columns];
        double[] factor = new double[columns];
        for (int j = 0; j < columns; j++) {
            double mean = left[j] / rows;
            double deviation = Math.sqrt(Math.max(0, squares[j] - rows * mean * mean) / (rows - 1));
            centre[j] += mean;
            boolean varies = deviation > Math.ulp(centre[j]) * rows;
            scale[j] = varies ? deviation : 1;
            factor[j] = varies ? 1 / deviation : 0;
            // By construction; the sum of the rounded squares would differ from it in the last digits only.
            squares[j] = varies ? rows - 1 : 0;
        }
        double[] values = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                values[i * columns + j] = (byRow[i * columns + j] - centre[j]) * factor[j];
            }
        }
        return new DesignMatrix(rows, columns, values, centre, scale, squares);
    }

    private static void checkShape(double[] byRow, int rows, int columns) {
        if (rows < 2 || columns < 1) {
            throw new IllegalArgumentException(
                    "a regression needs at least 2 rows and 1 column, not " + rows + " and " + columns);
        }
        if (byRow.length != (long) rows * columns) {
            throw new IllegalArgumentException(byRow.length + " values are not " + rows + " x " + columns);
        }
    }

    /** A sum over a column is finite if every value in it is (short of overflow), so the values are looked at only where it is not. */
    private static void checkFinite(double[] sums, double[] byRow, int columns) {
        for (int j = 0; j < columns; j++) {
            for (int i = j; i < byRow.length && !Double.isFinite(sums[j]); i += columns) {
                if (!(Math.abs(byRow[i]) <= LARGEST)) {
                    throw new IllegalArgumentException("row " + (i / columns + 1) + ", column " + (j + 1) + ": "
                            + byRow[i] + " is not a number between -" + LARGEST + " and " + LARGEST);
                }
            }
        }
    }

    /** Number of observations. */
    public int rows() {
        return rows;
    }

    /** Number of variables. */
    public int columns() {
        return columns;
    }

    /** Mean taken from column {@code j}. */
    double centre(int j) {
        return centre[j];
    }

    /** Deviation that column {@code j} was divided by; 1 where it is constant. */
    double scale(int j) {
        return scale[j];
    }

    /** Sum of squares of column {@code j}. */
    double squares(int j) {
        return squares[j];
    }

    /** Whether all columns have the same sum of squares, which lets a single effect be weighed with one logarithm. */
    boolean hasUniformSquares() {
        return uniformSquares;
    }

    /** {@code X' r}. */
    double[] transposeTimes(double[] r) {
        double[] out = new double[columns];
        int i = 0;
        for (; i + 8 <= rows; i += 8) {
            addEightRows(i, r, out);
        }
        for (; i < rows; i++) {
            addRow(i, r[i], out);
        }
        return out;
    }

    /**
     * {@code fitted = X b} and {@code gram = X'X b} in one pass. A pass is as slow as the memory: a large matrix is read by two cores, each
     * its half of the rows, always the same half, so that the digits do not depend on the machine.
     */
    void times(double[] b, double[] fitted, double[] gram) {
        Arrays.fill(gram, 0);
        if (values.length < LARGE) {
            times(0, rows, b, fitted, gram);
            return;
        }
        int middle = rows / 16 * 8;
        double[] second = new double[columns];
        ForkJoinTask<?> other = ForkJoinPool.commonPool().submit(() -> times(middle, rows, b, fitted, second));
        times(0, middle, b, fitted, gram);
        other.join();
        for (int j = 0; j < columns; j++) {
            gram[j] += second[j];
        }
    }

    private void times(int from, int to, double[] b, double[] fitted, double[] gram) {
        int i = from;
        for (; i + 8 <= to; i += 8) {
            timesEightRows(i, b, fitted);
            addEightRows(i, fitted, gram);
        }
        for (; i < to; i++) {
            double s = 0;
            for (int j = 0; j < columns; j++) {
                s = Math.fma(values[i * columns + j], b[j], s);
            }
            fitted[i] = s;
            addRow(i, s, gram);
        }
    }

    /** Eight sums side by side, so that none waits for the one before. */
    private void timesEightRows(int i, double[] b, double[] fitted) {
        int p = columns;
        int o = i * p;
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        for (int j = 0; j < p; j++) {
            double v = b[j];
            s0 = Math.fma(values[o + j], v, s0);
            s1 = Math.fma(values[o + p + j], v, s1);
            s2 = Math.fma(values[o + 2 * p + j], v, s2);
            s3 = Math.fma(values[o + 3 * p + j], v, s3);
            s4 = Math.fma(values[o + 4 * p + j], v, s4);
            s5 = Math.fma(values[o + 5 * p + j], v, s5);
            s6 = Math.fma(values[o + 6 * p + j], v, s6);
            s7 = Math.fma(values[o + 7 * p + j], v, s7);
        }
        fitted[i] = s0;
        fitted[i + 1] = s1;
        fitted[i + 2] = s2;
        fitted[i + 3] = s3;
        fitted[i + 4] = s4;
        fitted[i + 5] = s5;
        fitted[i + 6] = s6;
        fitted[i + 7] = s7;
    }

    /** Adds eight rows, each times its entry of r. */
    private void addEightRows(int i, double[] r, double[] out) {
        int p = columns;
        int o = i * p;
        double r0 = r[i];
        double r1 = r[i + 1];
        double r2 = r[i + 2];
        double r3 = r[i + 3];
        double r4 = r[i + 4];
        double r5 = r[i + 5];
        double r6 = r[i + 6];
        double r7 = r[i + 7];
        for (int j = 0; j < p; j++) {
            out[j] += values[o + j] * r0
                    + values[o + p + j] * r1
                    + values[o + 2 * p + j] * r2
                    + values[o + 3 * p + j] * r3
                    + values[o + 4 * p + j] * r4
                    + values[o + 5 * p + j] * r5
                    + values[o + 6 * p + j] * r6
                    + values[o + 7 * p + j] * r7;
        }
    }

    private void addRow(int i, double r, double[] out) {
        for (int j = 0, o = i * columns; j < columns; j++) {
            out[j] += values[o + j] * r;
        }
    }

    /** These columns, each scaled to length 1; zero where it is constant. Read row by row, as they lie in memory. */
    double[][] directions(List<Integer> of) {
        int[] at = of.stream().mapToInt(Integer::intValue).toArray();
        double[][] found = new double[at.length][rows];
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < at.length; k++) {
                found[k][i] = values[i * columns + at[k]];
            }
        }
        for (double[] column : found) {
            double squared = 0;
            for (double value : column) {
                squared = Math.fma(value, value, squared);
            }
            double length = Math.sqrt(squared);
            for (int i = 0; i < rows; i++) {
                column[i] = length == 0 ? 0 : column[i] / length;
            }
        }
        return found;
    }
}
