package org.stillpoint.evidence.meta;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.stillpoint.evidence.meta.Pooled.Interval;
import org.stillpoint.evidence.numeric.Normal;
import org.stillpoint.evidence.numeric.StudentT;

/**
 * Several effects from one study are not independent: {@code effect = mean + study + effect within the study + sampling error},
 * both variances by restricted maximum likelihood (Konstantopoulos 2011; the model of metafor's {@code random = ~ 1 | study/effect}).
 *
 * @param effects how many
 * @param studies from how many studies
 * @param estimate pooled effect
 * @param standardError of the pooled effect
 * @param interval by the normal distribution, as metafor prints it
 * @param careful by Student's t with as many degrees of freedom as there are studies, less one
 * @param tau2Between variance between studies
 * @param tau2Within variance between the effects of one study
 */
public record ThreeLevel(
        int effects,
        int studies,
        double estimate,
        double standardError,
        Interval interval,
        Interval careful,
        double tau2Between,
        double tau2Within) {

    private static final double LEVEL = 0.95;

    /** Share of the bracket at which the search for a standard deviation stops; a variance is then known to some ten digits. */
    private static final double NEAR = 1e-9;

    /** Points of the first, coarse search along one standard deviation, lest a lower hill be climbed. */
    private static final int COARSE = 24;

    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /**
     * @param studies whose names say which effects belong together
     * @throws IllegalArgumentException where all effects are of one study
     */
    public static ThreeLevel of(Studies studies) {
        StudyLikelihood likelihood = new StudyLikelihood(groups(studies));
        if (likelihood.groups.size() < 2) {
            throw new IllegalArgumentException("all effects are of one study; two studies or more are needed");
        }
        double most = 2 * spread(studies);
        double within = lowest(sd -> likelihood.betweenGiven(sd, most)[1], most);
        double between = likelihood.betweenGiven(within, most)[0];
        Sums sums = likelihood.at(between * between, within * within);
        double error = Math.sqrt(1 / sums.weight);
        double mean = sums.weighted / sums.weight;
        int df = likelihood.groups.size() - 1;
        return new ThreeLevel(
                studies.size(),
                likelihood.groups.size(),
                mean,
                error,
                Interval.around(mean, Normal.Z975 * error),
                Interval.around(mean, StudentT.quantile((1 + LEVEL) / 2, df) * error),
                between * between,
                within * within);
    }

    /** Whether a study of this set gave more than one effect. */
    public static boolean isNeeded(Studies studies) {
        return groups(studies).size() < studies.size();
    }

    /** How often each study stands there, in order of appearance. */
    public static Map<String, Integer> counts(Studies studies) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int i = 0; i < studies.size(); i++) {
            counts.merge(studies.name(i), 1, Integer::sum);
        }
        return counts;
    }

    /** This answer in the place of a two-level one, for charts: no prediction is made on three levels. */
    public Pooled instead(Pooled two) {
        double t = estimate / standardError;
        Pooled.WithT withT =
                new Pooled.WithT(standardError, t, studies - 1, 2 * StudentT.cdf(-Math.abs(t), studies - 1), careful);
        return new Pooled(
                two.estimator(),
                estimate,
                standardError,
                interval,
                tau2Between + tau2Within,
                Double.NaN,
                two.i2(),
                two.h2(),
                withT,
                withT,
                Optional.empty(),
                new Pooled.Converged(estimate, standardError, tau2Between + tau2Within));
    }

    /** Effects and variances of one study. */
    private record StudyGroup(List<Double> effects, List<Double> variances) {}

    private static List<StudyGroup> groups(Studies studies) {
        Map<String, StudyGroup> groups = new LinkedHashMap<>();
        for (int i = 0; i < studies.size(); i++) {
            StudyGroup group =
                    groups.computeIfAbsent(studies.name(i), n -> new StudyGroup(new ArrayList<>(), new ArrayList<>()));
            group.effects.add(studies.effect(i));
            group.variances.add(studies.variance(i));
        }
        return List.copyOf(groups.values());
    }

    private static double spread(Studies studies) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double effect : studies.effects()) {
            low = Math.min(low, effect);
            high = Math.max(high, effect);
        }
        return Math.max(high - low, Double.MIN_NORMAL);
    }

    private record Sums(double weight, double weighted, double squares, double logDeterminant) {}

    private record StudyLikelihood(List<StudyGroup> groups) {

        /** Sums over studies at both variances; each study's covariance is a diagonal and one constant (Sherman and Morrison). */
        Sums at(double between, double within) {
            double weight = 0;
            double weighted = 0;
            double squares = 0;
            double logs = 0;
            for (StudyGroup group : groups) {
                double w = 0;
                double wy = 0;
                double wyy = 0;
                for (int j = 0; j < group.effects.size(); j++) {
                    double variance = group.variances.get(j) + within;
                    double y = group.effects.get(j);
                    w += 1 / variance;
                    wy += y / variance;
                    wyy += y * y / variance;
                    logs += Math.log(variance);
                }
                double shrink = 1 + between * w;
                weight += w / shrink;
                weighted += wy / shrink;
                squares += wyy - between * wy * wy / shrink;
                logs += Math.log(shrink);
            }
            return new Sums(weight, weighted, squares, logs);
        }

        /** Minus twice the restricted log likelihood, but for constants. */
        double deviance(double betweenSd, double withinSd) {
            Sums s = at(betweenSd * betweenSd, withinSd * withinSd);
            return s.logDeterminant + Math.log(s.weight) + s.squares - s.weighted * s.weighted / s.weight;
        }

        /** The likeliest standard deviation between studies beside this one within, and its deviance. */
        double[] betweenGiven(double withinSd, double most) {
            double sd = lowest(between -> deviance(between, withinSd), most);
            return new double[] {sd, deviance(sd, withinSd)};
        }
    }

    /** Where a function of a standard deviation from 0 to {@code most} is lowest: coarsely first, then by the golden section. */
    private static double lowest(DoubleUnaryOperator f, double most) {
        int best = 0;
        double least = f.applyAsDouble(0);
        for (int i = 1; i <= COARSE; i++) {
            double value = f.applyAsDouble(most * i * i / (COARSE * COARSE));
            if (value < least) {
                least = value;
                best = i;
            }
        }
        double low = most * Math.max(0, best - 1) * Math.max(0, best - 1) / (COARSE * COARSE);
        double high = most * Math.min(COARSE, best + 1) * Math.min(COARSE, best + 1) / (COARSE * COARSE);
        double a = high - GOLDEN * (high - low);
        double b = low + GOLDEN * (high - low);
        double fa = f.applyAsDouble(a);
        double fb = f.applyAsDouble(b);
        while (high - low > NEAR * most) {
            if (fa <= fb) {
                high = b;
                b = a;
                fb = fa;
                a = high - GOLDEN * (high - low);
                fa = f.applyAsDouble(a);
            } else {
                low = a;
                a = b;
                fa = fb;
                b = low + GOLDEN * (high - low);
                fb = f.applyAsDouble(b);
            }
        }
        double middle = (low + high) / 2;
        return f.applyAsDouble(0) <= f.applyAsDouble(middle) ? 0 : middle;
    }
}
