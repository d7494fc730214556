package org.stillpoint.evidence.numeric;

import java.util.stream.IntStream;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;

/** Ordinary least squares: {@code y = X b + e} with independent errors of one variance. */
public final class LeastSquares {

    private final double[] coefficients;
    private final double[] residuals;
    private final RealMatrix unscaledCovariance;
    private final int df;

    private LeastSquares(double[] coefficients, double[] residuals, RealMatrix unscaledCovariance, int df) {
        this.coefficients = coefficients;
        this.residuals = residuals;
        this.unscaledCovariance = unscaledCovariance;
        this.df = df;
    }

    /**
     * @param design one row per observation, full column rank
     * @param outcome one value per observation, more of them than columns
     * @throws org.hipparchus.exception.MathIllegalArgumentException where a column is a combination of others
     */
    public static LeastSquares fit(double[][] design, double[] outcome) {
        RealMatrix x = MatrixUtils.createRealMatrix(design);
        int n = x.getRowDimension();
        int k = x.getColumnDimension();
        QRDecomposition qr = new QRDecomposition(x, 1e-12);
        double[] b = qr.getSolver().solve(new ArrayRealVector(outcome)).toArray();
        double[] fitted = x.operate(b);
        double[] residuals =
                IntStream.range(0, n).mapToDouble(i -> outcome[i] - fitted[i]).toArray();
        RealMatrix r = qr.getR().getSubMatrix(0, k - 1, 0, k - 1);
        RealMatrix inverse = new QRDecomposition(r, 0).getSolver().getInverse();
        return new LeastSquares(b, residuals, inverse.multiplyTransposed(inverse), n - k);
    }

    public double coefficient(int i) {
        return coefficients[i];
    }

    public double standardError(int i) {
        return Math.sqrt(residualVariance() * unscaledCovariance.getEntry(i, i));
    }

    /** Two-sided p of coefficient {@code i} being zero. */
    public double p(int i) {
        return 2 * StudentT.cdf(-Math.abs(coefficients[i] / standardError(i)), df);
    }

    /** Interval that holds coefficient {@code i} with 95 %. */
    public double[] interval(int i) {
        double reach = StudentT.quantile(0.975, df) * standardError(i);
        return new double[] {coefficients[i] - reach, coefficients[i] + reach};
    }

    public int df() {
        return df;
    }

    public double[] residuals() {
        return residuals.clone();
    }

    public double residualSquares() {
        double sum = 0;
        for (double residual : residuals) {
            sum += residual * residual;
        }
        return sum;
    }

    public double residualVariance() {
        return residualSquares() / df;
    }

    /** {@code (X'X)^-1}. */
    public RealMatrix unscaledCovariance() {
        return unscaledCovariance;
    }
}
