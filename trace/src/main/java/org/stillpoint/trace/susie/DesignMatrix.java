package org.stillpoint.trace.susie;

import java.util.Arrays;

/**
 * The columns of a regression, centred and scaled once, kept row after row.
 *
 * <p>Row order lets one pass over the matrix give both {@code X b} and {@code X'X b}: a row is still in the processor's nearest cache when
 * it is used the second time. Immutable; safe to share between threads.
 */
public final class DesignMatrix {
    /** Larger values would overflow when squared and summed. */
    private static final double LARGEST = 1e150;

    /** Share of the largest entry below which a thousand others do not reach the last binary digit of a sum: 2^-63. */
    private static final double LOST = 0x1p-63;

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
        double[] centre = new double[columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                centre[j] += byRow[i * columns + j];
            }
        }
        checkFinite(centre, byRow, columns);
        for (int j = 0; j < columns; j++) {
            centre[j] /= rows;
        }
        // The mean of what is left after the first mean removes that one's rounding.
        double[] left = new double[columns];
        double[] squares = new double[columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                double value = byRow[i * columns + j] - centre[j];
                left[j] += value;
                squares[j] += value * value;
            }
        }
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
        for (; i + 4 <= rows; i += 4) {
            addRows(i, r[i], r[i + 1], r[i + 2], r[i + 3], out);
        }
        for (; i < rows; i++) {
            addRow(i, r[i], out);
        }
        return out;
    }

    /** {@code fitted = X b} and {@code gram = X'X b} in one pass. */
    void times(double[] b, double[] fitted, double[] gram) {
        Arrays.fill(gram, 0);
        int[] columnsOf = telling(b);
        int i = 0;
        for (; i + 4 <= rows; i += 4) {
            timesRows(i, b, columnsOf, fitted);
            addRows(i, fitted[i], fitted[i + 1], fitted[i + 2], fitted[i + 3], gram);
        }
        for (; i < rows; i++) {
            double s = 0;
            for (int j : columnsOf) {
                s += values[i * columns + j] * b[j];
            }
            fitted[i] = s;
            addRow(i, s, gram);
        }
    }

    private void timesRows(int i, double[] b, int[] columnsOf, double[] fitted) {
        int p = columns;
        int o = i * p;
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        for (int j : columnsOf) {
            double v = b[j];
            s0 += values[o + j] * v;
            s1 += values[o + p + j] * v;
            s2 += values[o + 2 * p + j] * v;
            s3 += values[o + 3 * p + j] * v;
        }
        fitted[i] = s0;
        fitted[i + 1] = s1;
        fitted[i + 2] = s2;
        fitted[i + 3] = s3;
    }

    /** Entries that tell: all the others together are lost in the rounding of a sum with the largest. */
    private static int[] telling(double[] b) {
        double most = 0;
        for (double value : b) {
            most = Math.max(most, Math.abs(value));
        }
        int[] found = new int[b.length];
        int count = 0;
        for (int j = 0; j < b.length; j++) {
            if (Math.abs(b[j]) > LOST * most) {
                found[count++] = j;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private void addRows(int i, double r0, double r1, double r2, double r3, double[] out) {
        int p = columns;
        int o = i * p;
        for (int j = 0; j < p; j++) {
            out[j] += values[o + j] * r0
                    + values[o + p + j] * r1
                    + values[o + 2 * p + j] * r2
                    + values[o + 3 * p + j] * r3;
        }
    }

    private void addRow(int i, double r, double[] out) {
        for (int j = 0, o = i * columns; j < columns; j++) {
            out[j] += values[o + j] * r;
        }
    }

    /** Column {@code j}, centred and scaled to length 1; zero where it is constant. */
    double[] direction(int j) {
        double[] column = new double[rows];
        double mean = 0;
        for (int i = 0; i < rows; i++) {
            column[i] = values[i * columns + j];
            mean += column[i] / rows;
        }
        double squared = 0;
        for (int i = 0; i < rows; i++) {
            column[i] -= mean;
            squared += column[i] * column[i];
        }
        double length = Math.sqrt(squared);
        for (int i = 0; i < rows; i++) {
            column[i] = length == 0 ? 0 : column[i] / length;
        }
        return column;
    }
}
