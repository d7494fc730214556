package org.stillpoint.trace;

import java.util.List;

/**
 * What a practice's hands are worth, learned where two hands felt the same muscle of a client, or one hand felt it twice, neither knowing of the
 * other. Nobody knows which muscles truly hold: how often the two agree must tell (a latent class; Hui and Walter 1980, Biometrics 36:167), from
 * Beta priors of sensitivity and specificity.
 */
public final class HandSkill {
    /** Beta prior of sensitivity and of specificity: mean 0.7, worth ten findings. Assumed, 2026; the mean is that of {@link Hand#untested()}. */
    private static final double PRIOR_RIGHT = 7;

    private static final double PRIOR_WRONG = 3;

    /** Beta prior of the share of felt muscles that hold a contraction: mean 0.3, nearly flat. Assumed, 2026. */
    private static final double PRIOR_HELD = 1.5;

    private static final double PRIOR_NOT_HELD = 3.5;

    /** Findings that the assumed division into grades is worth. Assumed, 2026. */
    private static final double PRIOR_GRADES = 10;

    private static final int POINTS = 39;

    private HandSkill() {}

    /**
     * One muscle of one client felt twice.
     *
     * @param first grade of restriction, 0 to 3
     * @param second the same of the other hand, or of the same hand later
     */
    public record FeltTwice(int first, int second) {
        /** Checks ranges. */
        public FeltTwice {
            if (first < 0 || first >= Hand.GRADES || second < 0 || second >= Hand.GRADES) {
                throw new IllegalArgumentException("grades are " + first + " and " + second + "; range 0 to 3");
            }
        }
    }

    /** The hand to reckon with after these; {@link Hand#untested()} where there are none. */
    public static Hand learned(List<FeltTwice> felt) {
        if (felt.isEmpty()) {
            return Hand.untested();
        }
        double[] counts = new double[3];
        felt.forEach(pair -> counts[(pair.first() > 0 ? 1 : 0) + (pair.second() > 0 ? 1 : 0)]++);
        double[] mean = posteriorMean(counts);
        return graded(felt, Hand.of(mean[0], mean[1]), mean[2]);
    }

    /** Posterior means of sensitivity, specificity and the share that holds, on a grid; a hand is no worse than chance. */
    private static double[] posteriorMean(double[] counts) {
        double[] log = new double[POINTS * POINTS * POINTS];
        double most = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < log.length; k++) {
            double sensitivity = at(k / POINTS / POINTS);
            double specificity = at(k / POINTS % POINTS);
            double held = at(k % POINTS);
            double both = held * sensitivity * sensitivity + (1 - held) * (1 - specificity) * (1 - specificity);
            double none = held * (1 - sensitivity) * (1 - sensitivity) + (1 - held) * specificity * specificity;
            log[k] = sensitivity + specificity < 1
                    ? Double.NEGATIVE_INFINITY
                    : logBeta(sensitivity, PRIOR_RIGHT, PRIOR_WRONG)
                            + logBeta(specificity, PRIOR_RIGHT, PRIOR_WRONG)
                            + logBeta(held, PRIOR_HELD, PRIOR_NOT_HELD)
                            + counts[0] * Math.log(none)
                            + counts[1] * Math.log(1 - both - none)
                            + counts[2] * Math.log(both);
            most = Math.max(most, log[k]);
        }
        double[] mean = new double[3];
        double sum = 0;
        for (int k = 0; k < log.length; k++) {
            double weight = Math.exp(log[k] - most);
            sum += weight;
            mean[0] += weight * at(k / POINTS / POINTS);
            mean[1] += weight * at(k / POINTS % POINTS);
            mean[2] += weight * at(k % POINTS);
        }
        return new double[] {mean[0] / sum, mean[1] / sum, mean[2] / sum};
    }

    private static double at(int point) {
        return (point + 1.0) / (POINTS + 1);
    }

    private static double logBeta(double x, double a, double b) {
        return (a - 1) * Math.log(x) + (b - 1) * Math.log(1 - x);
    }

    /** The division of found restrictions into grades, from what each pair says of whether the muscle held. */
    private static Hand graded(List<FeltTwice> felt, Hand hand, double share) {
        double[] held = new double[Hand.GRADES];
        double[] not = new double[Hand.GRADES];
        for (int grade = 1; grade < Hand.GRADES; grade++) {
            held[grade] = PRIOR_GRADES * hand.held().get(grade) / hand.sensitivity();
            not[grade] = PRIOR_GRADES * hand.notHeld().get(grade) / (1 - hand.specificity());
        }
        for (FeltTwice pair : felt) {
            double odds = share / (1 - share) * hand.ratio(pair.first()) * hand.ratio(pair.second());
            for (int grade : new int[] {pair.first(), pair.second()}) {
                held[grade] += odds / (1 + odds);
                not[grade] += 1 / (1 + odds);
            }
        }
        return new Hand(grades(1 - hand.sensitivity(), held), grades(hand.specificity(), not));
    }

    private static List<Double> grades(double none, double[] counts) {
        double found = counts[1] + counts[2] + counts[3];
        return List.of(
                none, (1 - none) * counts[1] / found, (1 - none) * counts[2] / found, (1 - none) * counts[3] / found);
    }
}
