package org.stillpoint.evidence.trial;

import java.util.List;
import java.util.stream.IntStream;
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
import org.stillpoint.evidence.numeric.Sample;

/**
 * Linear mixed model by restricted maximum likelihood: independent random effects per person, and optionally errors whose
 * correlation falls with the days between entries (continuous AR(1)).
 *
 * <p>{@code y_i = X_i b + Z_i u_i + e_i}, {@code u ~ N(0, s2 diag(ratio^2))}, {@code e ~ N(0, s2 phi^|days|)}. The
 * residual variance is profiled out; the ratios and phi are found by a simplex on their log and logit. What a likelihood costs grows with
 * the entries: each loses what the one before tells of it, and the random effects are few.
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
    public record PersonSeries(double[][] x, double[][] z, double[] y, double[] days) {

        /** The same entries, the earliest first. */
        private PersonSeries inTime() {
            int[] order = Sample.order(days);
            return new PersonSeries(
                    IntStream.of(order).mapToObj(i -> x[i]).toArray(double[][]::new),
                    IntStream.of(order).mapToObj(i -> z[i]).toArray(double[][]::new),
                    IntStream.of(order).mapToDouble(i -> y[i]).toArray(),
                    IntStream.of(order).mapToDouble(i -> days[i]).toArray());
        }
    }

    /** Fits; {@code correlated} adds the errors that wander. */
    public static MixedModel fit(List<PersonSeries> told, boolean correlated) {
        List<PersonSeries> people = inTime(told);
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
        return new RestrictedLikelihood(inTime(people), ratios.clone(), phi).model();
    }

    private static List<PersonSeries> inTime(List<PersonSeries> people) {
        return people.stream().map(PersonSeries::inTime).toList();
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

        /** @param people their entries in time */
        RestrictedLikelihood(List<PersonSeries> people, double[] ratios, double phi) {
            this.ratios = ratios;
            this.phi = phi;
            int p = people.getFirst().x()[0].length;
            RealMatrix sums = MatrixUtils.createRealMatrix(p + 1, p + 1);
            double logs = 0;
            int n = 0;
            for (PersonSeries person : people) {
                Independent own = new Independent(person, phi);
                logs += own.logDeterminant;
                RealMatrix fixed = own.sums.getSubMatrix(0, p, 0, p);
                if (ratios.length > 0) {
                    RealMatrix scale = MatrixUtils.createRealDiagonalMatrix(ratios);
                    int last = p + ratios.length;
                    RealMatrix random = scale.multiply(own.sums.getSubMatrix(p + 1, last, p + 1, last))
                            .multiply(scale)
                            .add(MatrixUtils.createRealIdentityMatrix(ratios.length));
                    RealMatrix both = scale.multiply(own.sums.getSubMatrix(p + 1, last, 0, p));
                    CholeskyDecomposition within = new CholeskyDecomposition(random, 1e-10, 1e-14);
                    fixed = fixed.subtract(
                            both.transposeMultiply(within.getSolver().solve(both)));
                    logs += logDeterminant(within);
                }
                sums = sums.add(fixed);
                n += person.y().length;
            }
            RealVector xvy = sums.getColumnVector(p).getSubVector(0, p);
            this.information = sums.getSubMatrix(0, p - 1, 0, p - 1);
            this.entries = n;
            CholeskyDecomposition a = new CholeskyDecomposition(information, 1e-10, 1e-14);
            this.beta = a.getSolver().solve(xvy);
            this.squares = sums.getEntry(p, p) - beta.dotProduct(xvy);
            this.logDeterminant = logs + logDeterminant(a);
        }

        private static double logDeterminant(CholeskyDecomposition of) {
            RealMatrix factor = of.getL();
            double logs = 0;
            for (int i = 0; i < factor.getRowDimension(); i++) {
                logs += 2 * Math.log(factor.getEntry(i, i));
            }
            return logs;
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
                    IntStream.range(0, beta.getDimension())
                            .mapToObj(i -> sd * Math.sqrt(inverse.getEntry(i, i)))
                            .toList(),
                    java.util.Arrays.stream(ratios).mapToObj(r -> sd * r).toList(),
                    phi,
                    sd,
                    value());
        }
    }

    /**
     * One person's fixed design, outcome and random design, of which each entry has lost what the one before tells of it: errors that
     * wander as a continuous AR(1) are independent then, and of one size.
     */
    private static final class Independent {
        /** Cross products of all columns: fixed effects, outcome, random effects. */
        private final RealMatrix sums;

        /** Of the errors' correlation. */
        private final double logDeterminant;

        Independent(PersonSeries person, double phi) {
            int p = person.x()[0].length;
            int columns = p + 1 + person.z()[0].length;
            double[][] products = new double[columns][columns];
            double[] before = new double[columns];
            double[] now = new double[columns];
            double[] alone = new double[columns];
            double logs = 0;
            for (int i = 0; i < person.y().length; i++) {
                double shared = i == 0 || phi == 0 ? 0 : Math.pow(phi, person.days()[i] - person.days()[i - 1]);
                double left = 1 - shared * shared;
                if (!(left > 0)) {
                    throw new IllegalArgumentException("errors that wander need one entry a time of each person");
                }
                logs += Math.log(left);
                System.arraycopy(person.x()[i], 0, now, 0, p);
                now[p] = person.y()[i];
                System.arraycopy(person.z()[i], 0, now, p + 1, columns - p - 1);
                for (int c = 0; c < columns; c++) {
                    alone[c] = (now[c] - shared * before[c]) / Math.sqrt(left);
                }
                for (int r = 0; r < columns; r++) {
                    for (int c = 0; c < columns; c++) {
                        products[r][c] += alone[r] * alone[c];
                    }
                }
                System.arraycopy(now, 0, before, 0, columns);
            }
            sums = MatrixUtils.createRealMatrix(products);
            logDeterminant = logs;
        }
    }
}
