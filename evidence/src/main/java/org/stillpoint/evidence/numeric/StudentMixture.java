package org.stillpoint.evidence.numeric;

/**
 * A weighted mixture of shifted and scaled Student t distributions with one number of degrees of freedom: the posterior
 * of a coefficient when the covariance is uncertain over a grid.
 */
public final class StudentMixture {

    /** A component lighter than this share moves no quantile by one part in a billion. */
    private static final double NEGLIGIBLE = 1e-12;

    private final double[] weights;
    private final double[] centres;
    private final double[] scales;
    private final int df;

    /**
     * @param weights shares of the components, non-negative, summing to one
     * @param centres location of each component, in units of the outcome
     * @param scales scale of each component, positive, in units of the outcome
     * @param df degrees of freedom, at least 1
     */
    public StudentMixture(double[] weights, double[] centres, double[] scales, int df) {
        if (df < 1) {
            throw new IllegalArgumentException("degrees of freedom " + df + ", allowed: 1 or more");
        }
        this.weights = weights.clone();
        this.centres = centres.clone();
        this.scales = scales.clone();
        this.df = df;
    }

    public int df() {
        return df;
    }

    /** Mean of the locations: the posterior mean (for df = 1 the mean of the medians). */
    public double mean() {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * centres[i];
        }
        return sum;
    }

    public double median() {
        return quantile(0.5);
    }

    /** P(X < x). */
    public double cdf(double x) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 1e-300) {
                sum += weights[i] * StudentT.cdf((x - centres[i]) / scales[i], df);
            }
        }
        return sum;
    }

    /** P(X < x) to about 1e-12 absolute: several times faster than {@link #cdf} and enough to decide by. */
    public double quickCdf(double x) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > NEGLIGIBLE) {
                sum += weights[i] * StudentT.bodyCdf((x - centres[i]) / scales[i], df);
            }
        }
        return sum;
    }

    /** Equal-tailed interval that holds {@code level} of the distribution, {@code {low, high}}. */
    public double[] interval(double level) {
        return new double[] {quantile((1 - level) / 2), quantile((1 + level) / 2)};
    }

    /** The value that a share {@code p} lies below, by safeguarded Newton steps. */
    public double quantile(double p) {
        double spread = Math.max(1, Math.abs(StudentT.quantile(p, df)));
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double x = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > NEGLIGIBLE) {
                low = Math.min(low, centres[i] - 2 * spread * scales[i]);
                high = Math.max(high, centres[i] + 2 * spread * scales[i]);
            }
            x += weights[i] * (centres[i] + Math.signum(p - 0.5) * Math.abs(StudentT.quantile(p, df)) * scales[i]);
        }
        double constant = Math.exp(StudentT.logConstant(df));
        for (int step = 0; step < 200; step++) {
            double excess = -p;
            double density = 0;
            for (int i = 0; i < weights.length; i++) {
                if (weights[i] > NEGLIGIBLE) {
                    double z = (x - centres[i]) / scales[i];
                    excess += weights[i] * StudentT.bodyCdf(z, df);
                    density += weights[i] * constant * Math.exp(-(df + 1) / 2.0 * Math.log1p(z * z / df)) / scales[i];
                }
            }
            if (excess > 0) {
                high = x;
            } else {
                low = x;
            }
            double next = x - excess / density;
            if (!(next > low && next < high)) {
                next = 0.5 * (low + high);
            }
            if (Math.abs(next - x) <= 1e-12 * Math.abs(x) + 1e-300 || excess == 0) {
                return next;
            }
            x = next;
        }
        return x;
    }
}
