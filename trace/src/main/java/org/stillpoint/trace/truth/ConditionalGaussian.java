package org.stillpoint.trace.truth;

/**
 * A multivariate normal distribution whose unknown entries are predicted from the known ones.
 *
 * <p>Own Cholesky: a system is solved for every map and resample, of which only the lower triangle is filled; Hipparchus' decomposition
 * wants the whole matrix, looks whether it is symmetric, and copies it.
 */
final class ConditionalGaussian {
    private final double[] mean;
    private final double[][] precision;

    /** @param covariance symmetric and positive definite; not changed */
    ConditionalGaussian(double[] mean, double[][] covariance) {
        this.mean = mean;
        this.precision = inverse(covariance);
    }

    /**
     * Conditional mean of the entries marked unknown, written into {@code out} at their places: from the precision matrix, so that only a
     * system of the size of what is unknown has to be solved.
     */
    void predict(double[] values, boolean[] unknown, double[] out) {
        int n = values.length;
        int[] hidden = new int[n];
        int count = 0;
        for (int i = 0; i < n; i++) {
            if (unknown[i]) {
                hidden[count++] = i;
            }
        }
        double[][] a = new double[count][count];
        double[] b = new double[count];
        for (int h = 0; h < count; h++) {
            double[] row = precision[hidden[h]];
            for (int g = 0; g <= h; g++) {
                a[h][g] = row[hidden[g]];
            }
            for (int j = 0; j < n; j++) {
                if (!unknown[j]) {
                    b[h] -= row[j] * (values[j] - mean[j]);
                }
            }
        }
        double[] x = solve(a, b);
        for (int h = 0; h < count; h++) {
            out[hidden[h]] = mean[hidden[h]] + x[h];
        }
    }

    private static double[][] inverse(double[][] matrix) {
        int n = matrix.length;
        double[][] lower = cholesky(matrix);
        double[][] inverse = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] unit = new double[n];
            unit[i] = 1;
            inverse[i] = substitute(lower, unit);
        }
        return inverse;
    }

    /** Solves {@code a x = b}; of {@code a} only the lower triangle is read. */
    static double[] solve(double[][] a, double[] b) {
        return substitute(cholesky(a), b.clone());
    }

    private static double[][] cholesky(double[][] a) {
        int n = a.length;
        double[][] lower = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                if (i == j && !(sum > 0)) {
                    throw new IllegalArgumentException("the matrix is not positive definite at " + (i + 1));
                }
                lower[i][j] = i == j ? Math.sqrt(sum) : sum / lower[j][j];
            }
        }
        return lower;
    }

    private static double[] substitute(double[][] lower, double[] x) {
        int n = x.length;
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= lower[i][k] * x[k];
            }
            x[i] /= lower[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= lower[k][i] * x[k];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }
}
