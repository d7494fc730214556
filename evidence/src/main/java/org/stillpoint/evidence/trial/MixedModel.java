package org.stillpoint.evidence.trial;

import java.util.List;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Linear mixed model by restricted maximum likelihood: independent random effects per person, and optionally errors whose
 * correlation falls with the days between entries (continuous AR(1)).
 *
 * <p>{@code y_i = X_i b + Z_i u_i + e_i}, {@code u ~ N(0, s2 diag(ratio^2))}, {@code e ~ N(0, s2 phi^|days|)}. The
 * residual variance is profiled out; the ratios and phi are found by a simplex on their log and logit.
 *
 * @param coefficients fixed effects
 * @param standardErrors of the fixed effects
 * @param randomSd standard deviations of the random effects, in the order of the columns of Z
 * @param phi correlation of errors one day apart; 0 without that part
 * @param residualSd standard deviation of an error
 * @param logLikelihood restricted, constants included
 */
public record MixedModel(
        List<Double> coefficients,
        List<Double> standardErrors,
        List<Double> randomSd,
        double phi,
        double residualSd,
        double logLikelihood) {

    private static final int MOST_EVALUATIONS = 20_000;
    private static final double PRECISION = 1e-13;
    private static final double START = -0.7;

    /**
     * One person's entries.
     *
     * @param x fixed-effect design, entries x coefficients
     * @param z random-effect design, entries x random effects; no columns for none
     * @param y outcomes
     * @param days times of the entries
     */
    public record PersonSeries(double[][] x, double[][] z, double[] y, double[] days) {}

    /** Fits; {@code correlated} adds the errors that wander. */
    public static MixedModel fit(List<PersonSeries> people, boolean correlated) {
        int random = people.getFirst().z()[0].length;
        int size = random + (correlated ? 1 : 0);
        if (size == 0) {
            return new RestrictedLikelihood(people, new double[0], 0).model();
        }
        double[] best = new double[size];
        java.util.Arrays.fill(best, START);
        // The simplex is begun again where it ended until that gains nothing: it may stall on a ridge.
        double value = Double.NEGATIVE_INFINITY;
        for (int round = 0; round < 6; round++) {
            var optimum = new SimplexOptimizer(PRECISION, PRECISION)
                    .optimize(
                            new MaxEval(MOST_EVALUATIONS),
                            new ObjectiveFunction(at ->
                                    likelihood(people, at, random, correlated).value()),
                            GoalType.MAXIMIZE,
                            new InitialGuess(best),
                            new NelderMeadSimplex(size, round < 3 ? 0.5 : 0.01));
            best = optimum.getPoint();
            if (round > 3 && optimum.getValue() - value < 1e-12) {
                break;
            }
            value = optimum.getValue();
        }
        return likelihood(people, best, random, correlated).model();
    }

    /**
     * The model where the variances are given and only the rest is estimated: how the answer of a program that stopped
     * elsewhere is held against ours.
     *
     * @param ratios standard deviations of the random effects over that of an error
     * @param phi correlation of errors one day apart; negative only where times are whole days
     */
    public static MixedModel given(List<PersonSeries> people, double[] ratios, double phi) {
        return new RestrictedLikelihood(people, ratios.clone(), phi).model();
    }

    private static RestrictedLikelihood likelihood(
            List<PersonSeries> people, double[] at, int random, boolean correlated) {
        double[] ratios = new double[random];
        for (int r = 0; r < random; r++) {
            ratios[r] = Math.exp(Math.clamp(at[r], -12, 12));
        }
        double phi = correlated ? 1 / (1 + Math.exp(-at[random])) : 0;
        return new RestrictedLikelihood(people, ratios, phi);
    }

    /** The restricted likelihood at one set of ratios and phi, residual variance at its best. */
    private static final class RestrictedLikelihood {
        private final double[] ratios;
        private final double phi;
        private final RealMatrix information;
        private final RealVector beta;
        private final int entries;
        private final double logDeterminant;
        private final double squares;

        RestrictedLikelihood(List<PersonSeries> people, double[] ratios, double phi) {
            this.ratios = ratios;
            this.phi = phi;
            int p = people.getFirst().x()[0].length;
            RealMatrix xvx = MatrixUtils.createRealMatrix(p, p);
            RealVector xvy = MatrixUtils.createRealVector(new double[p]);
            double yvy = 0;
            double logs = 0;
            int n = 0;
            for (PersonSeries person : people) {
                CholeskyDecomposition v = new CholeskyDecomposition(covariance(person), 1e-10, 1e-14);
                RealMatrix x = MatrixUtils.createRealMatrix(person.x());
                RealVector y = MatrixUtils.createRealVector(person.y());
                RealMatrix vx = v.getSolver().solve(x);
                xvx = xvx.add(x.transposeMultiply(vx));
                xvy = xvy.add(vx.preMultiply(y));
                yvy += y.dotProduct(v.getSolver().solve(y));
                for (int i = 0; i < person.y().length; i++) {
                    logs += 2 * Math.log(v.getL().getEntry(i, i));
                }
                n += person.y().length;
            }
            this.information = xvx;
            this.entries = n;
            CholeskyDecomposition a = new CholeskyDecomposition(xvx, 1e-10, 1e-14);
            this.beta = a.getSolver().solve(xvy);
            this.squares = yvy - beta.dotProduct(xvy);
            for (int i = 0; i < p; i++) {
                logs += 2 * Math.log(a.getL().getEntry(i, i));
            }
            this.logDeterminant = logs;
        }

        private RealMatrix covariance(PersonSeries person) {
            int n = person.y().length;
            RealMatrix v = MatrixUtils.createRealMatrix(n, n);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                    double sum =
                            i == j ? 1 : phi != 0 ? Math.pow(phi, Math.abs(person.days()[i] - person.days()[j])) : 0;
                    for (int r = 0; r < ratios.length; r++) {
                        sum += ratios[r] * ratios[r] * person.z()[i][r] * person.z()[j][r];
                    }
                    v.setEntry(i, j, sum);
                    v.setEntry(j, i, sum);
                }
            }
            return v;
        }

        private int df() {
            return entries - beta.getDimension();
        }

        double value() {
            return -0.5 * (df() * (1 + Math.log(2 * Math.PI * squares / df())) + logDeterminant);
        }

        MixedModel model() {
            double sd = Math.sqrt(squares / df());
            RealMatrix inverse = new CholeskyDecomposition(information, 1e-10, 1e-14)
                    .getSolver()
                    .getInverse();
            return new MixedModel(
                    java.util.Arrays.stream(beta.toArray()).boxed().toList(),
                    java.util.stream.IntStream.range(0, beta.getDimension())
                            .mapToObj(i -> sd * Math.sqrt(inverse.getEntry(i, i)))
                            .toList(),
                    java.util.Arrays.stream(ratios).mapToObj(r -> sd * r).toList(),
                    phi,
                    sd,
                    value());
        }
    }
}
