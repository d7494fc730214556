package org.stillpoint.strain;

import static org.stillpoint.strain.BlockStructure.BLOCK;
import static org.stillpoint.strain.BlockStructure.WIDTH;

/**
 * Forward and backward substitution for many right-hand sides at once, in place, in the order of elimination. The right-hand
 * sides lie side by side, so that the innermost loops run over them and compile to vector instructions.
 */
final class PanelSolve {

    private final BlockStructure structure;
    private final double[] v;
    private final double[] y;
    private final int count;

    PanelSolve(BlockStructure structure, double[] values, double[] y, int count) {
        this.structure = structure;
        this.v = values;
        this.y = y;
        this.count = count;
    }

    void run() {
        int[] start = structure.starts();
        int[] rows = structure.rows();
        int span = WIDTH * count;
        for (int column = 0; column < structure.nodes(); column++) {
            int x = column * span;
            forward(start[column] * BLOCK, x);
            for (int b = start[column] + 1; b < start[column + 1]; b++) {
                for (int r = 0; r < WIDTH; r++) {
                    subtract(y, rows[b] * span + r * count, x, count, v, b * BLOCK + r * WIDTH, 1);
                }
            }
        }
        for (int column = structure.nodes() - 1; column >= 0; column--) {
            int x = column * span;
            for (int b = start[column] + 1; b < start[column + 1]; b++) {
                for (int c = 0; c < WIDTH; c++) {
                    subtract(y, x + c * count, rows[b] * span, count, v, b * BLOCK + c, WIDTH);
                }
            }
            backward(start[column] * BLOCK, x);
        }
    }

    private void forward(int d, int x) {
        for (int r = 0; r < WIDTH; r++) {
            for (int k = 0; k < r; k++) {
                axpy(y, x + r * count, x + k * count, count, v[d + r * WIDTH + k]);
            }
            divide(y, x + r * count, count, v[d + r * WIDTH + r]);
        }
    }

    private void backward(int d, int x) {
        for (int r = WIDTH - 1; r >= 0; r--) {
            for (int k = r + 1; k < WIDTH; k++) {
                axpy(y, x + r * count, x + k * count, count, v[d + k * WIDTH + r]);
            }
            divide(y, x + r * count, count, v[d + r * WIDTH + r]);
        }
    }

    /** A row minus the six rows from {@code x} on, each times a number taken from {@code v} with a stride. */
    private static void subtract(double[] y, int target, int x, int count, double[] v, int at, int stride) {
        double f0 = v[at];
        double f1 = v[at + stride];
        double f2 = v[at + 2 * stride];
        double f3 = v[at + 3 * stride];
        double f4 = v[at + 4 * stride];
        double f5 = v[at + 5 * stride];
        for (int i = 0; i < count; i++) {
            y[target + i] -= f0 * y[x + i]
                    + f1 * y[x + count + i]
                    + f2 * y[x + 2 * count + i]
                    + f3 * y[x + 3 * count + i]
                    + f4 * y[x + 4 * count + i]
                    + f5 * y[x + 5 * count + i];
        }
    }

    private static void axpy(double[] y, int target, int x, int count, double factor) {
        for (int i = 0; i < count; i++) {
            y[target + i] -= factor * y[x + i];
        }
    }

    private static void divide(double[] y, int target, int count, double by) {
        double factor = 1 / by;
        for (int i = 0; i < count; i++) {
            y[target + i] *= factor;
        }
    }
}
