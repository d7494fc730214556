package org.stillpoint.strain;

import static org.stillpoint.strain.BlockStructure.BLOCK;
import static org.stillpoint.strain.BlockStructure.WIDTH;

/** Forward and backward substitution for one right-hand side, in place, in the order of elimination. */
final class SingleSolve {

    private final BlockStructure structure;
    private final double[] v;
    private final double[] y;

    SingleSolve(BlockStructure structure, double[] values, double[] y) {
        this.structure = structure;
        this.v = values;
        this.y = y;
    }

    void run() {
        int[] start = structure.starts();
        int[] rows = structure.rows();
        for (int column = 0; column < structure.nodes(); column++) {
            int x = column * WIDTH;
            forward(start[column] * BLOCK, x);
            for (int b = start[column] + 1; b < start[column + 1]; b++) {
                times(b * BLOCK, x, rows[b] * WIDTH);
            }
        }
        for (int column = structure.nodes() - 1; column >= 0; column--) {
            int x = column * WIDTH;
            for (int b = start[column] + 1; b < start[column + 1]; b++) {
                timesTransposed(b * BLOCK, rows[b] * WIDTH, x);
            }
            backward(start[column] * BLOCK, x);
        }
    }

    private void forward(int d, int x) {
        for (int r = 0; r < WIDTH; r++) {
            double s = y[x + r];
            for (int k = 0; k < r; k++) {
                s -= v[d + r * WIDTH + k] * y[x + k];
            }
            y[x + r] = s / v[d + r * WIDTH + r];
        }
    }

    private void backward(int d, int x) {
        for (int r = WIDTH - 1; r >= 0; r--) {
            double s = y[x + r];
            for (int k = r + 1; k < WIDTH; k++) {
                s -= v[d + k * WIDTH + r] * y[x + k];
            }
            y[x + r] = s / v[d + r * WIDTH + r];
        }
    }

    private void times(int b, int x, int z) {
        for (int r = 0; r < WIDTH; r++, b += WIDTH) {
            y[z + r] -= v[b] * y[x]
                    + v[b + 1] * y[x + 1]
                    + v[b + 2] * y[x + 2]
                    + v[b + 3] * y[x + 3]
                    + v[b + 4] * y[x + 4]
                    + v[b + 5] * y[x + 5];
        }
    }

    private void timesTransposed(int b, int z, int x) {
        for (int c = 0; c < WIDTH; c++, b++) {
            y[x + c] -= v[b] * y[z]
                    + v[b + 6] * y[z + 1]
                    + v[b + 12] * y[z + 2]
                    + v[b + 18] * y[z + 3]
                    + v[b + 24] * y[z + 4]
                    + v[b + 30] * y[z + 5];
        }
    }
}
