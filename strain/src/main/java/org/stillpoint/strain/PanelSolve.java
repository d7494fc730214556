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
                for (int r = 0; r < WIDTH; r += 2) {
                    subtract(y, rows[b] * span + r * count, x, count, v, b * BLOCK + r * WIDTH, 1, WIDTH);
                }
            }
        }
        for (int column = structure.nodes() - 1; column >= 0; column--) {
            int x = column * span;
            for (int b = start[column] + 1; b < start[column + 1]; b++) {
                for (int c = 0; c < WIDTH; c += 2) {
                    subtract(y, x + c * count, rows[b] * span, count, v, b * BLOCK + c, WIDTH, 1);
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

    /**
     * Two neighbouring rows, each minus the six rows from {@code x} on times numbers taken from {@code v} with a stride; two at a
     * time, so that the six rows are read half as often.
     */
    private static void subtract(double[] y, int target, int x, int count, double[] v, int at, int stride, int next) {
        double f0 = v[at];
        double f1 = v[at + stride];
        double f2 = v[at + 2 * stride];
        double f3 = v[at + 3 * stride];
        double f4 = v[at + 4 * stride];
        double f5 = v[at + 5 * stride];
        double g0 = v[at + next];
        double g1 = v[at + next + stride];
        double g2 = v[at + next + 2 * stride];
        double g3 = v[at + next + 3 * stride];
        double g4 = v[at + next + 4 * stride];
        double g5 = v[at + next + 5 * stride];
        for (int i = 0; i < count; i++) {
            double x0 = y[x + i];
            double x1 = y[x + count + i];
            double x2 = y[x + 2 * count + i];
            double x3 = y[x + 3 * count + i];
            double x4 = y[x + 4 * count + i];
            double x5 = y[x + 5 * count + i];
            y[target + i] -= f0 * x0 + f1 * x1 + f2 * x2 + f3 * x3 + f4 * x4 + f5 * x5;
            y[target + count + i] -= g0 * x0 + g1 * x1 + g2 * x2 + g3 * x3 + g4 * x4 + g5 * x5;
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
