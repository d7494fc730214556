package org.stillpoint.strain;

import static org.stillpoint.strain.BlockStructure.BLOCK;
import static org.stillpoint.strain.BlockStructure.WIDTH;

/**
 * Forward and backward substitution for many right-hand sides at once, in place, in the order of elimination. Each row is an array
 * of its own: loops over rows that start at 0 are what the compiler makes vector instructions of, which it does not for rows at
 * an offset in one large array.
 */
final class PanelSolve {

    private final BlockStructure structure;
    private final double[] v;
    private final double[][] y;
    private final int count;

    /**
     * Prepares the substitution.
     *
     * @param y right-hand sides, row by row, overwritten with the solutions
     */
    PanelSolve(BlockStructure structure, double[] values, double[][] y) {
        this.structure = structure;
        this.v = values;
        this.y = y;
        this.count = y.length == 0 ? 0 : y[0].length;
    }

    void run() {
        int[] start = structure.starts();
        int[] rows = structure.rows();
        for (int column = 0; column < structure.nodes(); column++) {
            int x = column * WIDTH;
            forward(start[column] * BLOCK, x);
            for (int b = start[column] + 1; b < start[column + 1]; b++) {
                for (int r = 0; r < WIDTH; r++) {
                    subtract(y[rows[b] * WIDTH + r], x, b * BLOCK + r * WIDTH, 1);
                }
            }
        }
        for (int column = structure.nodes() - 1; column >= 0; column--) {
            int x = column * WIDTH;
            for (int b = start[column] + 1; b < start[column + 1]; b++) {
                for (int c = 0; c < WIDTH; c++) {
                    subtract(y[x + c], rows[b] * WIDTH, b * BLOCK + c, WIDTH);
                }
            }
            backward(start[column] * BLOCK, x);
        }
    }

    private void forward(int d, int x) {
        for (int r = 0; r < WIDTH; r++) {
            for (int k = 0; k < r; k++) {
                axpy(y[x + r], y[x + k], count, v[d + r * WIDTH + k]);
            }
            divide(y[x + r], count, v[d + r * WIDTH + r]);
        }
    }

    private void backward(int d, int x) {
        for (int r = WIDTH - 1; r >= 0; r--) {
            for (int k = r + 1; k < WIDTH; k++) {
                axpy(y[x + r], y[x + k], count, v[d + k * WIDTH + r]);
            }
            divide(y[x + r], count, v[d + r * WIDTH + r]);
        }
    }

    /** A row minus the six rows from {@code x} on times six numbers taken from {@code v} with a stride. */
    private void subtract(double[] target, int x, int at, int stride) {
        double[] x0 = y[x];
        double[] x1 = y[x + 1];
        double[] x2 = y[x + 2];
        double[] x3 = y[x + 3];
        double[] x4 = y[x + 4];
        double[] x5 = y[x + 5];
        double f0 = v[at];
        double f1 = v[at + stride];
        double f2 = v[at + 2 * stride];
        double f3 = v[at + 3 * stride];
        double f4 = v[at + 4 * stride];
        double f5 = v[at + 5 * stride];
        int n = count;
        for (int i = 0; i < n; i++) {
            target[i] -= f0 * x0[i] + f1 * x1[i] + f2 * x2[i] + f3 * x3[i] + f4 * x4[i] + f5 * x5[i];
        }
    }

    private static void axpy(double[] target, double[] x, int count, double factor) {
        for (int i = 0; i < count; i++) {
            target[i] -= factor * x[i];
        }
    }

    private static void divide(double[] target, int count, double by) {
        double factor = 1 / by;
        for (int i = 0; i < count; i++) {
            target[i] *= factor;
        }
    }
}
