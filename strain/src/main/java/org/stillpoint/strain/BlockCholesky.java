package org.stillpoint.strain;

import static org.stillpoint.strain.BlockStructure.BLOCK;
import static org.stillpoint.strain.BlockStructure.WIDTH;

/**
 * The Cholesky factor {@code L} of a sparse symmetric positive definite matrix of 6 x 6 blocks, {@code K = L L^T}, computed
 * column of blocks by column (right-looking, as in Davis 2006, chapter 4). Immutable once made, safe to share between threads.
 */
final class BlockCholesky {

    private final BlockStructure structure;
    private final double[] values;

    private BlockCholesky(BlockStructure structure, double[] values) {
        this.structure = structure;
        this.values = values;
    }

    /**
     * Factors a matrix.
     *
     * @param values blocks in the order of the structure, each row by row; overwritten with the factor
     * @throws NotPositiveDefiniteException if the matrix is not positive definite
     */
    static BlockCholesky factor(BlockStructure structure, double[] values) {
        int[] start = structure.starts();
        int[] rows = structure.rows();
        for (int column = 0; column < structure.nodes(); column++) {
            int first = start[column];
            int end = start[column + 1];
            if (!diagonal(values, first * BLOCK)) {
                throw new NotPositiveDefiniteException(structure.nodeAt(column));
            }
            for (int b = first + 1; b < end; b++) {
                below(values, first * BLOCK, b * BLOCK);
            }
            for (int a = first + 1; a < end; a++) {
                int target = start[rows[a]];
                for (int b = a; b < end; b++) {
                    while (rows[target] != rows[b]) {
                        target++;
                    }
                    subtractProduct(values, target * BLOCK, b * BLOCK, a * BLOCK);
                }
            }
        }
        return new BlockCholesky(structure, values);
    }

    private static boolean diagonal(double[] v, int at) {
        for (int c = 0; c < WIDTH; c++) {
            double d = v[at + c * WIDTH + c];
            for (int k = 0; k < c; k++) {
                d -= v[at + c * WIDTH + k] * v[at + c * WIDTH + k];
            }
            if (!(d > 0)) {
                return false;
            }
            double root = Math.sqrt(d);
            v[at + c * WIDTH + c] = root;
            for (int r = c + 1; r < WIDTH; r++) {
                double s = v[at + r * WIDTH + c];
                for (int k = 0; k < c; k++) {
                    s -= v[at + r * WIDTH + k] * v[at + c * WIDTH + k];
                }
                v[at + r * WIDTH + c] = s / root;
                v[at + c * WIDTH + r] = 0;
            }
        }
        return true;
    }

    /** The block at {@code b} becomes itself times the inverse transpose of the factor at {@code d}. */
    private static void below(double[] v, int d, int b) {
        for (int r = b; r < b + BLOCK; r += WIDTH) {
            double x0 = v[r] / v[d];
            double x1 = (v[r + 1] - x0 * v[d + 6]) / v[d + 7];
            double x2 = (v[r + 2] - x0 * v[d + 12] - x1 * v[d + 13]) / v[d + 14];
            double x3 = (v[r + 3] - x0 * v[d + 18] - x1 * v[d + 19] - x2 * v[d + 20]) / v[d + 21];
            double x4 = (v[r + 4] - x0 * v[d + 24] - x1 * v[d + 25] - x2 * v[d + 26] - x3 * v[d + 27]) / v[d + 28];
            double x5 = (v[r + 5] - x0 * v[d + 30] - x1 * v[d + 31] - x2 * v[d + 32] - x3 * v[d + 33] - x4 * v[d + 34])
                    / v[d + 35];
            v[r] = x0;
            v[r + 1] = x1;
            v[r + 2] = x2;
            v[r + 3] = x3;
            v[r + 4] = x4;
            v[r + 5] = x5;
        }
    }

    /** Block {@code t} minus block {@code b} times block {@code a} transposed. */
    private static void subtractProduct(double[] v, int t, int b, int a) {
        for (int r = 0; r < BLOCK; r += WIDTH) {
            double b0 = v[b + r];
            double b1 = v[b + r + 1];
            double b2 = v[b + r + 2];
            double b3 = v[b + r + 3];
            double b4 = v[b + r + 4];
            double b5 = v[b + r + 5];
            for (int c = 0; c < WIDTH; c++) {
                int q = a + c * WIDTH;
                v[t + r + c] -=
                        b0 * v[q] + b1 * v[q + 1] + b2 * v[q + 2] + b3 * v[q + 3] + b4 * v[q + 4] + b5 * v[q + 5];
            }
        }
    }

    /** Solves {@code K x = b} for one right-hand side in the order of the nodes, six numbers a node. */
    double[] solve(double[] b) {
        double[] y = new double[b.length];
        double[] x = new double[b.length];
        for (int step = 0; step < structure.nodes(); step++) {
            System.arraycopy(b, structure.nodeAt(step) * WIDTH, y, step * WIDTH, WIDTH);
        }
        new SingleSolve(structure, values, y).run();
        for (int step = 0; step < structure.nodes(); step++) {
            System.arraycopy(y, step * WIDTH, x, structure.nodeAt(step) * WIDTH, WIDTH);
        }
        return x;
    }

    /**
     * Solves for several right-hand sides at once, in place.
     *
     * @param rows one row for each degree of freedom in the order of the nodes, one number in it for each right-hand side
     */
    void solve(double[][] rows) {
        double[][] y = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            y[i] = rows[WIDTH * structure.nodeAt(i / WIDTH) + i % WIDTH];
        }
        new PanelSolve(structure, values, y).run();
    }
}
