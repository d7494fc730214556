package org.stillpoint.trace;

import java.util.Arrays;
import java.util.List;
import org.stillpoint.trace.susie.OneSided;

/**
 * A sum of single half-normal effects (Wang et al. 2020) fitted to one pain map, with three additions that keep its sets honest: the noise
 * of a region is its own and estimated from the map; what is uncertain about the other effects, and how far their patterns may be wrong, counts
 * as noise of this one; and "no effect" stands beside the muscles, so that an effect is as sure to be one as its probability says. A source's
 * variants (how much the body adapts to, how much is referred) are summed within the source.
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
    static final double SCALE = 5;

    /** What is believed of the noise before the map is seen: 0.5 points (assumed, 2026), with the weight of so many regions. */
    private static final double USUAL_NOISE = 0.5;

    private static final double USUAL_WEIGHT = 4;

    /** Odds of a further effect before it is seen. Assumed, 2026. */
    private static final double ONE_MORE = 1.0 / 3;

    /** Mean of noise that is cut at 0 and rounded, in deviations: 0.40 without the rounding, about 0.3 with it at noise of 0.5 to 1 points. */
    private static final double CUT_NOISE = 0.3;

    /** Regions whose fit is below half a point count twice: marks cut at 0 show half of their noise. */
    private static final double BELOW = 0.05;

    /** Columns with a smaller share of an effect leave no trace in its fit. */
    private static final double NEGLIGIBLE = 1e-6;

    /**
     * What keeps the sets honest.
     *
     * @param others how far the other effects' patterns may be wrong in a region, as a share of what they account for there
     * @param own the same for the effect itself
     * @param uncertainty share of the other effects' variance that counts as noise, 0 to 1
     */
    record Discrepancy(double others, double own, double uncertainty) {
        /** Chosen on simulated lives, those of other bodies and other pain maps among them (stillpoint bench calibration). */
        static final Discrepancy STANDARD = new Discrepancy(0.3, 0.25, 1);

        static final Discrepancy NONE = new Discrepancy(0, 0, 0);
    }

    /** Points of pain to one of drive, where pain is slight. */
    private static final double POINTS = 10;

    private final PainPatterns patterns;
    private final Discrepancy discrepancy;
    private final Intensity seen;
    private final Facing facing;
    private final double[] total;
    private final double[] uncertain;
    private final double[] weight;
    private final double[] weighted;
    private final HeldEffect[] effects = new HeldEffect[MOST];
    private int found;
    private double noise;

    /** One effect while it is fitted: the share of each column if it is real, how surely it is, and its size on each column. */
    private static final class HeldEffect {
        final double[] share;
        final double[] mean;
        final double[] second;
        final double[] fit;
        final double[] variance;
        double real;
        double evidence;

        private HeldEffect(int columns, int regions) {
            share = new double[columns];
            mean = new double[columns];
            second = new double[columns];
            fit = new double[regions];
            variance = new double[regions];
        }
    }

    /** @param odds of each source to hold, against the mean source of which nothing is known, over the number of sources */
    HeldEffects(PainPatterns patterns, Discrepancy discrepancy, Intensity seen, double[] odds) {
        this.patterns = patterns;
        this.discrepancy = discrepancy;
        this.seen = seen;
        this.facing = new Facing(patterns, odds);
        this.total = new double[patterns.regions];
        this.uncertain = new double[patterns.regions];
        this.weight = new double[patterns.regions];
        this.weighted = new double[patterns.regions];
        this.noise = seen.noise() * seen.noise();
    }

    /** Fits; the last of the effects given is the first that was not more likely than none. */
    List<FoundEffect> fit(PainPatterns anonymous) {
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
        return Arrays.stream(effects, 0, Math.min(MOST, found + 1))
                .map(effect -> found(effect, anonymous))
                .toList();
    }

    /** Noise of a region beside its rounding, standard deviation, points. */
    double noise() {
        return Math.sqrt(noise);
    }

    private FoundEffect found(HeldEffect effect, PainPatterns anonymous) {
        double[] share = new double[patterns.sources];
        double mean = 0;
        double second = 0;
        for (int c = 0; c < effect.share.length; c++) {
            share[facing.sourceOf[c]] += effect.share[c];
            if (effect.share[c] > NEGLIGIBLE) {
                double sum = patterns.sum(c);
                mean += effect.share[c] * effect.mean[c] * sum;
                second += effect.share[c] * effect.second[c] * sum * sum;
            }
        }
        double[] fit = Arrays.stream(effect.fit).map(drive -> POINTS * drive).toArray();
        return new FoundEffect(
                share,
                effect.real,
                fit,
                POINTS * Math.sqrt(Math.max(0, second - mean * mean)),
                against(effect, anonymous));
    }

    /**
     * How many times as likely the map is if an anonymous source is in the place of one effect, natural logarithm; of an effect too weak to be
     * shown it is not asked.
     */
    private double against(HeldEffect effect, PainPatterns anonymous) {
        if (effect.real < TraceModel.COVERAGE) {
            return 0;
        }
        put(effect, -1);
        weigh(effect);
        double[] odds = new double[anonymous.sources];
        Arrays.fill(odds, 1.0 / odds.length);
        double evidence = new Facing(anonymous, odds).face(weight, weighted);
        put(effect, 1);
        return evidence - effect.evidence;
    }

    /** Looks for one more effect; one that is less likely than none is not put into the fit. */
    private boolean another(boolean greedy) {
        if (effects[found] == null) {
            effects[found] = new HeldEffect(patterns.columns(), patterns.regions);
        }
        HeldEffect effect = effects[found];
        update(effect, greedy);
        if (effect.real >= 0.5) {
            return true;
        }
        put(effect, -1);
        Arrays.fill(effect.fit, 0);
        Arrays.fill(effect.variance, 0);
        return false;
    }

    private void update(HeldEffect effect, boolean greedy) {
        put(effect, -1);
        weigh(effect);
        effect.evidence = facing.face(weight, weighted);
        effect.real = 1 / (1 + Math.exp(-Math.log(ONE_MORE) - effect.evidence));
        System.arraycopy(facing.share, 0, effect.share, 0, effect.share.length);
        spread(effect, greedy ? facing.best : -1);
        put(effect, 1);
    }

    /** Weights of the regions, and of what the other effects leave in them. */
    private void weigh(HeldEffect effect) {
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

    /** The effect's fit and its variance in each region; {@code only} one column in the first, greedy round. */
    private void spread(HeldEffect effect, int only) {
        Arrays.fill(effect.fit, 0);
        Arrays.fill(effect.variance, 0);
        for (int c = 0; c < effect.share.length; c++) {
            double share = only < 0 ? effect.share[c] : c == only ? 1 : 0;
            if (share > NEGLIGIBLE) {
                double deviation = facing.deviation[c];
                double mu = facing.z[c] * deviation;
                effect.mean[c] = OneSided.mean(mu, deviation);
                effect.second[c] = OneSided.secondMoment(mu, deviation, effect.mean[c]);
                patterns.add(c, effect.real * share * effect.mean[c], effect.fit);
                patterns.addSquares(c, effect.real * share * effect.second[c], effect.variance);
            }
        }
        for (int r = 0; r < effect.fit.length; r++) {
            effect.variance[r] = Math.max(0, effect.variance[r] - effect.fit[r] * effect.fit[r]);
        }
    }

    /** Puts an effect into the whole (sign 1) or takes it out (sign -1). */
    private void put(HeldEffect effect, double sign) {
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
