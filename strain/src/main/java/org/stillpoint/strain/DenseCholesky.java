package org.stillpoint.strain;

/** Solves a small dense symmetric positive definite system. Own code: this room ships without a library of linear algebra, and thirty lines are no reason for one. */
final class DenseCholesky {

    private DenseCholesky() {}

    /**
     * Solves {@code A x = b} in place.
     *
     * @param a lower triangle, row by row, of a square matrix; overwritten
     * @param b right-hand side; overwritten with the solution
     * @throws NotPositiveDefiniteException if the matrix is not positive definite
     */
    static void solve(double[] a, double[] b) {
        int n = b.length;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double s = a[i * n + j];
                for (int k = 0; k < j; k++) {
                    s -= a[i * n + k] * a[j * n + k];
                }
                if (i == j) {
                    if (!(s > 0)) {
                        throw new NotPositiveDefiniteException(i);
                    }
                    a[i * n + i] = Math.sqrt(s);
                } else {
                    a[i * n + j] = s / a[j * n + j];
                }
            }
        }
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                b[i] -= a[i * n + k] * b[k];
            }
            b[i] /= a[i * n + i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                b[i] -= a[k * n + i] * b[k];
            }
            b[i] /= a[i * n + i];
        }
    }
}
