package org.stillpoint.trace.truth;

/** Logistic regression by Newton's method, with a slight ridge so that separated data give finite weights. */
final class Logistic {
    private static final int ROUNDS = 12;
    private static final double RIDGE = 1e-3;

    private final double[] weights;

    private Logistic(double[] weights) {
        this.weights = weights;
    }

    /** Collects observations without keeping them apart from their use: features come from {@code feature} again in every round. */
    interface Observations {
        /** Number of observations. */
        int size();

        /** Writes the features of one observation; the first is 1. */
        void features(int observation, double[] out);

        /** 0 or 1. */
        double outcome(int observation);
    }

    static Logistic fit(Observations sample, int count) {
        double[] w = new double[count];
        double[] x = new double[count];
        for (int round = 0; round < ROUNDS; round++) {
            double[] gradient = new double[count];
            double[][] hessian = new double[count][count];
            for (int k = 0; k < count; k++) {
                gradient[k] = -RIDGE * w[k];
                hessian[k][k] = RIDGE;
            }
            for (int i = 0; i < sample.size(); i++) {
                sample.features(i, x);
                double p = probability(w, x);
                double v = p * (1 - p);
                double error = sample.outcome(i) - p;
                for (int k = 0; k < count; k++) {
                    gradient[k] += error * x[k];
                    for (int l = 0; l <= k; l++) {
                        hessian[k][l] += v * x[k] * x[l];
                    }
                }
            }
            double[] step = ConditionalGaussian.solve(hessian, gradient);
            double largest = 0;
            for (int k = 0; k < count; k++) {
                w[k] += step[k];
                largest = Math.max(largest, Math.abs(step[k]));
            }
            if (largest < 1e-6) {
                break;
            }
        }
        return new Logistic(w);
    }

    double probability(double[] x) {
        return probability(weights, x);
    }

    private static double probability(double[] w, double[] x) {
        double sum = 0;
        for (int k = 0; k < w.length; k++) {
            sum += w[k] * x[k];
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
