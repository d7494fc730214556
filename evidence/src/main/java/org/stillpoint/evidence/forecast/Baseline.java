package org.stillpoint.evidence.forecast;

import org.stillpoint.evidence.numeric.LeastSquares;
import org.stillpoint.evidence.numeric.Sample;

/** The simple forecasts that any model must beat. Each learns from other people's scores before and after. */
public enum Baseline {
    /** The last value stays; spread by the changes seen in others, about no change. */
    LAST_VALUE {
        @Override
        public PredictiveDistribution.Gaussian forecast(double[] before, double[] after, double now) {
            double sum = 0;
            for (int i = 0; i < before.length; i++) {
                sum += (after[i] - before[i]) * (after[i] - before[i]);
            }
            return new PredictiveDistribution.Gaussian(now, Math.sqrt(sum / before.length));
        }
    },
    /** The mean change of others on top of the last value. */
    MEAN_CHANGE {
        @Override
        public PredictiveDistribution.Gaussian forecast(double[] before, double[] after, double now) {
            double[] changes = new double[before.length];
            for (int i = 0; i < changes.length; i++) {
                changes[i] = after[i] - before[i];
            }
            return new PredictiveDistribution.Gaussian(now + Sample.mean(changes), Sample.sd(changes));
        }
    },
    /** Regression to the mean: a line through others' scores before and after. */
    REGRESSION_TO_THE_MEAN {
        @Override
        public PredictiveDistribution.Gaussian forecast(double[] before, double[] after, double now) {
            double[][] design = new double[before.length][];
            for (int i = 0; i < design.length; i++) {
                design[i] = new double[] {1, before[i]};
            }
            LeastSquares line = LeastSquares.fit(design, after);
            return new PredictiveDistribution.Gaussian(
                    line.coefficient(0) + line.coefficient(1) * now, Math.sqrt(line.residualVariance()));
        }
    };

    /**
     * @param before others' scores before, three or more that differ
     * @param after others' scores after, same length
     * @param now the score before of the person to be forecast
     */
    public abstract PredictiveDistribution.Gaussian forecast(double[] before, double[] after, double now);
}
