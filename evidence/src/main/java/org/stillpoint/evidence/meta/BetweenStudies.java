package org.stillpoint.evidence.meta;

import java.util.Arrays;
import org.stillpoint.evidence.numeric.Root;
import org.stillpoint.evidence.numeric.Sample;

/**
 * The variance between studies (tau squared).
 *
 * <p>Two degrees of convergence: {@link #customary} stops where the R package metafor 3.8 stops with its usual thresholds
 * and halved steps (a step of at most 1e-5 for REML, ML and EB; a bracket of 1.2e-4 for PM), so that the reference
 * analyses are reproduced to their digits; {@link #converged} solves the same equations to the last few bits. The two
 * differ by up to 1e-3 of tau squared and 1e-4 of the pooled effect.
 */
final class BetweenStudies {

    /** Largest last step of Fisher scoring, in squared units of the effect; metafor 3.8, 2022. */
    private static final double CUSTOMARY_STEP = 1e-5;

    /** Tolerance of the root for PM: the fourth root of the machine's epsilon; R 4, uniroot, 2022. */
    private static final double CUSTOMARY_BRACKET = Math.sqrt(Math.sqrt(Math.ulp(1.0)));

    /** Least upper end of the search for PM, squared units of the effect; metafor 3.8, 2022. */
    private static final double LEAST_UPPER_END = 100;

    /** Ratio of the standard deviation of a normal distribution to its median absolute deviation, as R rounds it. */
    private static final double MAD_TO_SD = 1.4826;

    private static final int MOST_STEPS = 10_000;

    /** Below this share of the variance a step that does not shrink is made of rounding; chosen, 2026: thousands of terms round to 1e-13. */
    private static final double ROUNDING = 1e-10;

    private final Studies studies;
    private final int k;

    BetweenStudies(Studies studies) {
        this.studies = studies;
        this.k = studies.size();
    }

    /** As customary; {@code share} of each scoring step is taken, above 0 to 1. */
    double customary(Estimator estimator, double share) {
        return solve(estimator, share, CUSTOMARY_STEP, CUSTOMARY_BRACKET);
    }

    double converged(Estimator estimator) {
        return solve(estimator, 1, 0, 0);
    }

    private double solve(Estimator estimator, double share, double step, double bracket) {
        return switch (estimator) {
            case FE -> 0;
            case DL -> derSimonianLaird();
            case HE -> Math.max(0, hedges());
            case SJ -> sidikJonkman();
            case PM -> pauleMandel(bracket);
            case EB -> step == 0 ? pauleMandel(0) : scored(estimator, share, step);
            case REML, ML -> scored(estimator, share, step);
        };
    }

    private double derSimonianLaird() {
        Weights w = new Weights(studies, 0);
        return Math.max(0, (w.squares - (k - 1)) / w.traceP());
    }

    private double hedges() {
        return Sample.variance(studies.effects()) - Sample.mean(studies.variances());
    }

    /** The crude variance that Sidik and Jonkman start from: the mean squared distance, divisor k. */
    double crude() {
        return Sample.variance(studies.effects()) * (k - 1) / k;
    }

    private double sidikJonkman() {
        double start = crude();
        return start == 0 ? 0 : start * new Weights(studies, start).squares / (k - 1);
    }

    private double pauleMandel(double bracket) {
        if (excess(0) <= 0) {
            return 0;
        }
        double middle = Sample.median(studies.effects());
        double[] off = studies.effects();
        for (int i = 0; i < k; i++) {
            off[i] = Math.abs(off[i] - middle);
        }
        double mad = MAD_TO_SD * Sample.median(off);
        double high = Math.max(LEAST_UPPER_END, 10 * mad * mad);
        while (excess(high) > 0) {
            high *= 4;
        }
        return Root.find(this::excess, 0, high, bracket);
    }

    private double excess(double tau2) {
        return new Weights(studies, tau2).squares - (k - 1);
    }

    /**
     * Fisher scoring from Hedges' estimate; steps that would fall below zero are halved. It ends with a step that no weight would feel, or
     * where small steps no longer shrink: of many studies the sums' rounding is what moves it then.
     */
    private double scored(Estimator estimator, double share, double step) {
        double least = Arrays.stream(studies.variances()).min().orElseThrow();
        double tau2 = Math.max(0, hedges());
        double last = Double.POSITIVE_INFINITY;
        for (int i = 0; i < MOST_STEPS; i++) {
            double move = share * scoringStep(estimator, new Weights(studies, tau2));
            while (tau2 + move < 0) {
                move /= 2;
            }
            tau2 += move;
            double size = Math.abs(move);
            boolean rounding = size < ROUNDING * (least + tau2) && size >= last;
            if (size <= Math.max(step, 4 * Math.ulp(least + tau2)) || rounding) {
                break;
            }
            last = size;
        }
        return estimator == Estimator.EB ? tau2 : likelierThanZero(estimator, tau2);
    }

    private double scoringStep(Estimator estimator, Weights w) {
        return switch (estimator) {
            case ML -> (w.doubleSquares - w.sum) / w.sumOfSquares;
            case EB -> (w.squares * k / (k - 1.0) - k) / w.sum;
            default -> (w.doubleSquares - w.traceP()) / w.tracePP();
        };
    }

    /** Scoring may end in a local maximum: where no variance at all is likelier, that is the answer. */
    private double likelierThanZero(Estimator estimator, double tau2) {
        boolean restricted = estimator == Estimator.REML;
        double here = logLikelihood(tau2, restricted);
        double none = logLikelihood(0, restricted);
        return none - here > CUSTOMARY_BRACKET && tau2 > CUSTOMARY_STEP ? 0 : tau2;
    }

    /** Log (restricted) likelihood with all its constants, as metafor reports it. */
    double logLikelihood(double tau2, boolean restricted) {
        Weights w = new Weights(studies, tau2);
        double logVariances = 0;
        for (int i = 0; i < k; i++) {
            logVariances += Math.log(studies.variance(i) + tau2);
        }
        double common = -0.5 * logVariances - 0.5 * w.squares;
        return restricted
                ? common - 0.5 * (k - 1) * Math.log(2 * Math.PI) + 0.5 * Math.log(k) - 0.5 * Math.log(w.sum)
                : common - 0.5 * k * Math.log(2 * Math.PI);
    }

    /** Standard error of tau squared at its estimate (Viechtbauer, notes to metafor 3.8). */
    double standardError(Estimator estimator, double tau2) {
        Weights fixed = new Weights(studies, 0);
        Weights w = new Weights(studies, tau2);
        double df = k - 1.0;
        return switch (estimator) {
            case FE -> 0;
            case DL ->
                Math.sqrt(2 * df + 4 * tau2 * fixed.traceP() + 2 * tau2 * tau2 * fixed.tracePP()) / fixed.traceP();
            case REML -> Math.sqrt(2 / w.tracePP());
            case ML -> Math.sqrt(2 / w.sumOfSquares);
            case PM, EB -> Math.sqrt(2.0 * k * k / df) / w.sum;
            case HE -> {
                double[] v = studies.variances();
                double mean = Sample.mean(v);
                double squares = 0;
                for (double one : v) {
                    squares += one * one;
                }
                double pv2 = squares * (1 - 2.0 / k) + mean * mean;
                yield Math.sqrt(2 * pv2 + 4 * tau2 * mean * df + 2 * tau2 * tau2 * df) / df;
            }
            case SJ -> sidikJonkmanError(tau2);
        };
    }

    /** With V = W^-1 - start I and P W^-1 P = P, the traces of P V P V and P V P need only those of P and P P. */
    private double sidikJonkmanError(double tau2) {
        double start = crude();
        Weights w = new Weights(studies, start);
        double pvpv = k - 1 - 2 * start * w.traceP() + start * start * w.tracePP();
        double pvp = w.traceP() - start * w.tracePP();
        return start / (k - 1.0) * Math.sqrt(2 * pvpv + 4 * tau2 * pvp + 2 * tau2 * tau2 * w.tracePP());
    }
}
