package org.stillpoint.evidence.meta;

/**
 * Inverse-variance weights at one between-study variance, with the sums that every estimator needs. With
 * {@code P = W - W1(1'W1)^-1 1'W} the projection of weighted least squares on a mean, traces of products of {@code P} are
 * sums over studies, so nothing here is larger than the number of studies.
 */
final class Weights {

    final double sum;
    final double sumOfSquares;
    final double sumOfCubes;
    final double mean;

    /** Weighted squares of the distances to the mean: {@code y'Py}. */
    final double squares;

    /** {@code y'PPy}. */
    final double doubleSquares;

    Weights(Studies studies, double tau2) {
        double w1 = 0;
        double w2 = 0;
        double w3 = 0;
        double wy = 0;
        for (int i = 0; i < studies.size(); i++) {
            double w = 1 / (studies.variance(i) + tau2);
            w1 += w;
            w2 += w * w;
            w3 += w * w * w;
            wy += w * studies.effect(i);
        }
        sum = w1;
        sumOfSquares = w2;
        sumOfCubes = w3;
        mean = wy / w1;
        double s1 = 0;
        double s2 = 0;
        for (int i = 0; i < studies.size(); i++) {
            double w = 1 / (studies.variance(i) + tau2);
            double off = studies.effect(i) - mean;
            s1 += w * off * off;
            s2 += w * w * off * off;
        }
        squares = s1;
        doubleSquares = s2;
    }

    double traceP() {
        return sum - sumOfSquares / sum;
    }

    double tracePP() {
        double share = sumOfSquares / sum;
        return sumOfSquares - 2 * sumOfCubes / sum + share * share;
    }
}
