package org.stillpoint.evidence.forecast;

import java.util.Arrays;
import org.stillpoint.evidence.numeric.Normal;

/** A predictive distribution of one number, and how it is scored. Lower scores are better; units are the outcome's. */
public sealed interface PredictiveDistribution {

    /** Share of the interval whose coverage is counted. */
    double COVERED = 0.8;

    /** Continuous ranked probability score (Gneiting and Raftery 2007). */
    double crps(double outcome);

    /** Negative log density, in nats. */
    double logScore(double outcome);

    /** Share of the distribution at or below the outcome: uniform over many outcomes where forecasts are calibrated. */
    double pit(double outcome);

    /** The value that a share {@code p} of the distribution lies below, {@code 0 < p < 1}. */
    double quantile(double p);

    /** Whether the central interval of 80 % held the outcome. */
    default boolean covers(double outcome) {
        return outcome >= quantile((1 - COVERED) / 2) && outcome <= quantile((1 + COVERED) / 2);
    }

    /** Width of the 80 % interval plus ten times what the outcome missed it by (Winkler 1972). */
    default double intervalScore(double outcome) {
        double low = quantile((1 - COVERED) / 2);
        double high = quantile((1 + COVERED) / 2);
        double penalty = 2 / (1 - COVERED);
        return high - low + penalty * Math.max(0, low - outcome) + penalty * Math.max(0, outcome - high);
    }

    /**
     * A normal distribution.
     *
     * @param sd above 0
     */
    record Gaussian(double mean, double sd) implements PredictiveDistribution {
        public Gaussian {
            if (!Double.isFinite(mean) || !(sd > 0) || Double.isInfinite(sd)) {
                throw new IllegalArgumentException(
                        "mean " + mean + " must be finite, standard deviation " + sd + " above 0");
            }
        }

        @Override
        public double crps(double outcome) {
            double z = (outcome - mean) / sd;
            return sd * (z * (2 * Normal.cdf(z) - 1) + 2 * Normal.density(z) - 1 / Math.sqrt(Math.PI));
        }

        @Override
        public double logScore(double outcome) {
            return Math.log(sd) - Normal.logDensity((outcome - mean) / sd);
        }

        @Override
        public double pit(double outcome) {
            return Normal.cdf((outcome - mean) / sd);
        }

        @Override
        public double quantile(double p) {
            return mean + sd * Normal.quantile(p);
        }
    }

    /**
     * A distribution given by quantiles: straight lines between them, and beyond the outermost the nearest slope goes on.
     *
     * @param levels shares, rising, strictly between 0 and 1, three or more
     * @param values values at those shares, rising
     */
    record Quantiles(java.util.List<Double> levels, java.util.List<Double> values) implements PredictiveDistribution {

        private static final int GRID = 2000;

        public Quantiles {
            levels = java.util.List.copyOf(levels);
            values = java.util.List.copyOf(values);
            if (levels.size() < 3 || levels.size() != values.size()) {
                throw new IllegalArgumentException(levels.size() + " levels and " + values.size()
                        + " values; allowed: three or more of each, equally many");
            }
            for (int i = 0; i < levels.size(); i++) {
                boolean rises = i == 0 || levels.get(i) > levels.get(i - 1) && values.get(i) > values.get(i - 1);
                if (!rises || levels.get(i) <= 0 || levels.get(i) >= 1) {
                    throw new IllegalArgumentException(
                            "quantile " + (i + 1) + ": levels must rise within 0 and 1, values must rise");
                }
            }
        }

        @Override
        public double quantile(double p) {
            int i = segment(levels, p);
            double share = (p - levels.get(i)) / (levels.get(i + 1) - levels.get(i));
            return values.get(i) + share * (values.get(i + 1) - values.get(i));
        }

        @Override
        public double pit(double outcome) {
            int i = segment(values, outcome);
            double share = (outcome - values.get(i)) / (values.get(i + 1) - values.get(i));
            return Math.clamp(levels.get(i) + share * (levels.get(i + 1) - levels.get(i)), 0, 1);
        }

        @Override
        public double logScore(double outcome) {
            int i = segment(values, outcome);
            double p = levels.get(i)
                    + (outcome - values.get(i))
                            / (values.get(i + 1) - values.get(i))
                            * (levels.get(i + 1) - levels.get(i));
            return p < 0 || p > 1
                    ? Double.POSITIVE_INFINITY
                    : -Math.log((levels.get(i + 1) - levels.get(i)) / (values.get(i + 1) - values.get(i)));
        }

        /** Twice the mean pinball loss over all levels, by the midpoint rule. */
        @Override
        public double crps(double outcome) {
            double sum = 0;
            for (int g = 0; g < GRID; g++) {
                double p = (g + 0.5) / GRID;
                double q = quantile(p);
                sum += (outcome < q ? 1 - p : -p) * (q - outcome);
            }
            return 2 * sum / GRID;
        }

        private static int segment(java.util.List<Double> at, double x) {
            double[] inner = at.stream().mapToDouble(Double::doubleValue).toArray();
            int found = Arrays.binarySearch(inner, x);
            int i = found >= 0 ? found : -found - 2;
            return Math.clamp(i, 0, inner.length - 2);
        }
    }
}
