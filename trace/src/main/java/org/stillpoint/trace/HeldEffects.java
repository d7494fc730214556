package org.stillpoint.trace;

import java.util.Arrays;
import org.stillpoint.trace.susie.OneSided;

/**
 * A sum of single half-normal effects (Wang et al. 2020) fitted to one pain map, with three additions that keep its sets honest: the noise
 * of a region is its own and estimated from the map; what is uncertain about the other effects, and how far their patterns may be wrong, counts
 * as noise of this one; and "no effect" stands beside the muscles, so that an effect is as sure to be one as its probability says.
 */
final class HeldEffects {
    /** Most effects looked for. */
    private static final int MOST = 10;

    private static final int MOST_ROUNDS = 12;

    /** The rounds end when no region's fit moves by more: a fiftieth of a point. */
    private static final double STILL = 2e-3;

    /**
     * Scale of an effect, drive per unit contraction: pain gain 60 with arousal, times a contraction of 0.03 to 0.09, is 2 to 8 in the model of
     * a life.
     */
    private static final double SCALE = 5;

    /** What is believed of the noise before the map is seen: 0.5 points (assumed), with the weight of so many regions. */
    private static final double USUAL_NOISE = 0.5;

    private static final double USUAL_WEIGHT = 4;

    /** Odds of a further effect before it is seen. Assumed. */
    private static final double ONE_MORE = 1.0 / 3;

    /** Mean of noise that is cut at 0 and rounded, in deviations: 0.40 without the rounding, about 0.3 with it at noise of 0.5 to 1 points. */
    private static final double CUT_NOISE = 0.3;

    /** Regions whose fit is below half a point count twice: marks cut at 0 show half of their noise. */
    private static final double BELOW = 0.05;

    /** Muscles with a smaller share of an effect leave no trace in its fit. */
    private static final double NEGLIGIBLE = 1e-6;

    /**
     * What keeps the sets honest.
     *
     * @param others how far the other effects' patterns may be wrong in a region, as a share of what they account for there
     * @param own the same for the effect itself
     * @param uncertainty share of the other effects' variance that counts as noise, 0 to 1
     */
    record Discrepancy(double others, double own, double uncertainty) {
        /** Chosen on simulated lives, those of other bodies among them (stillpoint bench calibration). */
        static final Discrepancy STANDARD = new Discrepancy(0.3, 0.12, 1);

        static final Discrepancy NONE = new Discrepancy(0, 0, 0);

        /**
         * Of marks without intensity: a mark may stand for any pain, so that the shape of a pattern says little. Chosen on simulated lives of
         * which only marks were seen.
         */
        static final double OWN_OF_MARKS = 0.5;

        Discrepancy ofMarks() {
            return new Discrepancy(others, own == 0 ? 0 : OWN_OF_MARKS, uncertainty);
        }
    }

    private final PainPatterns patterns;
    private final Discrepancy discrepancy;
    private final Intensity seen;
    private final double[] prior;
    private final double[] total;
    private final double[] uncertain;
    private final double[] weight;
    private final double[] weighted;
    private final double[] z;
    private final double[] deviation;
    private final Effect[] effects = new Effect[MOST];
    private int found;
    private double noise;

    /** One effect: the share of each muscle if it is real, how surely it is, and its size on each muscle. */
    static final class Effect {
        final double[] share;
        final double[] mean;
        final double[] second;
        final double[] fit;
        final double[] variance;
        double real;

        private Effect(int muscles, int regions) {
            share = new double[muscles];
            mean = new double[muscles];
            second = new double[muscles];
            fit = new double[regions];
            variance = new double[regions];
        }
    }

    /** @param prior odds of each muscle to hold, against the mean muscle of which nothing is known, over the number of muscles */
    HeldEffects(PainPatterns patterns, Discrepancy discrepancy, Intensity seen, double[] prior) {
        this.patterns = patterns;
        this.discrepancy = discrepancy;
        this.seen = seen;
        this.prior = prior;
        this.total = new double[patterns.regions];
        this.uncertain = new double[patterns.regions];
        this.weight = new double[patterns.regions];
        this.weighted = new double[patterns.regions];
        this.z = new double[patterns.muscles];
        this.deviation = new double[patterns.muscles];
        this.noise = seen.noise() * seen.noise();
    }

    /** Fits; the last of the effects given is the first that was not more likely than none. */
    Effect[] fit() {
        double[] before = new double[total.length];
        for (int round = 0; round < MOST_ROUNDS; round++) {
            System.arraycopy(total, 0, before, 0, total.length);
            for (int l = 0; l < found; l++) {
                update(effects[l], false);
            }
            while (found < MOST && another(round == 0)) {
                found++;
            }
            estimateNoise();
            double moved = 0;
            for (int r = 0; r < total.length; r++) {
                moved = Math.max(moved, Math.abs(total[r] - before[r]));
            }
            if (moved < STILL) {
                break;
            }
        }
        return Arrays.copyOf(effects, Math.min(MOST, found + 1));
    }

    /** Noise of a region beside its rounding, standard deviation, points. */
    double noise() {
        return Math.sqrt(noise);
    }

    /** Looks for one more effect; one that is less likely than none is not put into the fit. */
    private boolean another(boolean greedy) {
        if (effects[found] == null) {
            effects[found] = new Effect(patterns.muscles, patterns.regions);
        }
        Effect effect = effects[found];
        update(effect, greedy);
        if (effect.real >= 0.5) {
            return true;
        }
        put(effect, -1);
        Arrays.fill(effect.fit, 0);
        Arrays.fill(effect.variance, 0);
        return false;
    }

    private void update(Effect effect, boolean greedy) {
        put(effect, -1);
        weigh(effect);
        double reference = 0;
        for (int m = 0; m < z.length; m++) {
            double precision = 1 / (SCALE * SCALE);
            double product = 0;
            for (int k = patterns.start[m]; k < patterns.start[m + 1]; k++) {
                int r = patterns.region[k];
                double x = patterns.value[k];
                precision += weight[r] * x * x;
                product += weighted[r] * x;
            }
            deviation[m] = 1 / Math.sqrt(precision);
            z[m] = product * deviation[m];
            if (z[m] > 0) {
                reference = Math.max(reference, z[m] * z[m] / 2);
            }
        }
        double sum = 0;
        int best = 0;
        for (int m = 0; m < z.length; m++) {
            effect.share[m] = prior[m] * deviation[m] / SCALE * OneSided.weight(z[m], reference);
            sum += effect.share[m];
            best = effect.share[m] > effect.share[best] ? m : best;
        }
        effect.real = 1 / (1 + Math.exp(-Math.log(ONE_MORE * sum) - reference));
        for (int m = 0; m < z.length; m++) {
            effect.share[m] /= sum;
        }
        spread(effect, greedy ? best : -1);
        put(effect, 1);
    }

    /** Weights of the regions, and of what the other effects leave in them. */
    private void weigh(Effect effect) {
        double deviation = noise();
        for (int r : seen.asked()) {
            double others = discrepancy.others() * total[r];
            double own = discrepancy.own() * effect.fit[r];
            double slope = seen.slope()[r];
            weight[r] = 1
                    / ((noise + Intensity.ROUNDING) * slope * slope
                            + discrepancy.uncertainty() * uncertain[r]
                            + others * others
                            + own * own);
            weighted[r] = weight[r] * (seen.drive()[r] - CUT_NOISE * deviation * slope - total[r]);
        }
    }

    /** The effect's fit and its variance in each region; {@code only} one muscle in the first, greedy round. */
    private void spread(Effect effect, int only) {
        Arrays.fill(effect.fit, 0);
        Arrays.fill(effect.variance, 0);
        for (int m = 0; m < z.length; m++) {
            double share = only < 0 ? effect.share[m] : m == only ? 1 : 0;
            if (share > NEGLIGIBLE) {
                double mu = z[m] * deviation[m];
                effect.mean[m] = OneSided.mean(mu, deviation[m]);
                effect.second[m] = OneSided.secondMoment(mu, deviation[m], effect.mean[m]);
                patterns.add(m, effect.real * share * effect.mean[m], effect.fit);
                patterns.addSquares(m, effect.real * share * effect.second[m], effect.variance);
            }
        }
        for (int r = 0; r < effect.fit.length; r++) {
            effect.variance[r] = Math.max(0, effect.variance[r] - effect.fit[r] * effect.fit[r]);
        }
    }

    /** Puts an effect into the whole (sign 1) or takes it out (sign -1). */
    private void put(Effect effect, double sign) {
        for (int r = 0; r < total.length; r++) {
            total[r] += sign * effect.fit[r];
            uncertain[r] = Math.max(0, uncertain[r] + sign * effect.variance[r]);
        }
    }

    private void estimateNoise() {
        double sum = USUAL_WEIGHT * USUAL_NOISE * USUAL_NOISE;
        for (int r : seen.asked()) {
            double left = seen.drive()[r] - total[r];
            double slope = seen.slope()[r];
            double points = (left * left + uncertain[r]) / (slope * slope);
            sum += (total[r] < BELOW ? 2 : 1) * points - Intensity.ROUNDING;
        }
        noise = Math.max(0, sum / (seen.asked().length + USUAL_WEIGHT));
    }
}
