package org.stillpoint.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Single effects fitted to marks without intensity. A region stays unmarked if neither this person's readiness to mark it nor any effect
 * marks it: {@code P(not marked) = (1 - b) prod (1 - q)}. Each effect is exact over its hypotheses, given what the others are expected to do; they
 * are taken in turn as in a sum of single effects (Wang et al. 2020).
 */
final class MarkedEffects {
    /** Most effects looked for: a map of marks has not told more apart in simulated lives. */
    private static final int MOST = 4;

    private static final int ROUNDS = 3;

    /** Rounds end where no effect's evidence, a natural logarithm, has moved by more. */
    private static final double SETTLED = 0.01;

    /**
     * Power of the likelihood: neighbouring regions are marked by one stroke of the pen and patterns are never right, so marks tell less than
     * their number. Chosen on simulated lives (seed 4 of stillpoint bench calibration).
     */
    static final double POWER = 0.95;

    /** Odds of an effect before the map is seen: as likely as not. Assumed, 2026. */
    static final double ONE_MORE = 1;

    /** A share of an effect below this leaves no trace in what it is expected to mark. */
    private static final double NEGLIGIBLE = 1e-4;

    private final MarkPatterns patterns;
    private final Readiness people;
    private final double[] marks;
    private final MarkWeights weights;
    private final double[] readiness;
    private final double[] none;
    private final List<MarkedEffect> effects = new ArrayList<>();

    private static final class MarkedEffect {
        final double[] share;
        final double[] chance;
        double real;
        double evidence;

        MarkedEffect(int hypotheses, int regions) {
            share = new double[hypotheses];
            chance = new double[regions];
        }
    }

    /**
     * @param marks above 0 where marked, NaN where not asked
     * @param odds of each source, over the number of sources
     */
    MarkedEffects(MarkPatterns patterns, Readiness people, double[] marks, double[] odds) {
        this.patterns = patterns;
        this.people = people;
        this.marks = marks;
        this.weights = new MarkWeights(patterns, marks, patterns.prior(odds), POWER, people);
        this.readiness = new double[marks.length];
        this.none = new double[marks.length];
        Arrays.fill(none, 1);
    }

    /** Fits. */
    void fit() {
        weighPeople(true);
        double moved = 1;
        for (int round = 0; round < ROUNDS && moved > SETTLED; round++) {
            moved = effects.isEmpty() ? 1 : 0;
            for (MarkedEffect effect : effects) {
                double before = effect.evidence;
                take(effect, -1);
                update(effect);
                take(effect, 1);
                moved = Math.max(moved, Math.abs(effect.evidence - before));
            }
            while (effects.size() < MOST && (effects.isEmpty() || effects.getLast().real >= 0.5)) {
                MarkedEffect effect = new MarkedEffect(weights.size(), marks.length);
                update(effect);
                take(effect, 1);
                effects.add(effect);
                moved = 1;
            }
            weighPeople(false);
        }
    }

    /** What was found; the last may be less likely than none. */
    List<FoundEffect> found(MarkPatterns anonymous) {
        boolean asked = effects.stream().anyMatch(MarkedEffects::isShown);
        Optional<MarkWeights> bumps = asked ? Optional.of(evenly(anonymous)) : Optional.empty();
        return effects.stream().map(effect -> found(effect, bumps)).toList();
    }

    private MarkWeights evenly(MarkPatterns sources) {
        double[] odds = new double[sources.sources];
        Arrays.fill(odds, 1.0 / odds.length);
        return new MarkWeights(sources, marks, sources.prior(odds), POWER, people);
    }

    private static boolean isShown(MarkedEffect effect) {
        return effect.real >= TraceModel.COVERAGE;
    }

    /** Chance of a mark in every region, those that were not asked included, once it is fitted. */
    double[] expected() {
        double[] expected = new double[none.length];
        Arrays.setAll(expected, r -> 1 - (1 - readiness[r]) * none[r]);
        return expected;
    }

    /**
     * How ready this person is to mark, by the evidence of the marks.
     *
     * @param withOneMore whether one effect more may stand beside it: at first, when none has been found
     */
    private void weighPeople(boolean withOneMore) {
        double[] log = new double[people.people()];
        double[] share = new double[weights.size()];
        for (int p = 0; p < log.length; p++) {
            double[] ready = people.of(p);
            for (int r = 0; r < none.length; r++) {
                double not = (1 - ready[r]) * none[r];
                log[p] += POWER * (marks[r] > 0 ? Math.log1p(-not) : marks[r] == 0 ? Math.log(not) : 0);
            }
            if (withOneMore) {
                double more = Math.log(ONE_MORE) + weights.weigh(ready, none, share);
                log[p] += more > 0 ? more + Math.log1p(Math.exp(-more)) : Math.log1p(Math.exp(more));
            }
        }
        double largest = Arrays.stream(log).max().orElseThrow();
        double sum = Arrays.stream(log).map(each -> Math.exp(each - largest)).sum();
        Arrays.fill(readiness, 0);
        for (int p = 0; p < log.length; p++) {
            double weight = Math.exp(log[p] - largest) / sum;
            for (int r = 0; r < readiness.length; r++) {
                readiness[r] += weight * people.of(p)[r];
            }
        }
    }

    private void update(MarkedEffect effect) {
        effect.evidence = weights.weigh(readiness, none, effect.share);
        effect.real = 1 / (1 + Math.exp(-Math.log(ONE_MORE) - effect.evidence));
        Arrays.fill(effect.chance, 0);
        for (int i = 0; i < effect.share.length; i++) {
            double share = effect.real * effect.share[i];
            if (share > NEGLIGIBLE) {
                float[] chance = patterns.chances[weights.hypothesis(i)];
                for (int r = 0; r < none.length; r++) {
                    effect.chance[r] += share * chance[r];
                }
            }
        }
    }

    /** Puts an effect beside the others (1) or takes it from them (-1). */
    private void take(MarkedEffect effect, int sign) {
        for (int r = 0; r < none.length; r++) {
            double not = 1 - effect.chance[r];
            none[r] *= sign > 0 ? not : 1 / not;
        }
    }

    private FoundEffect found(MarkedEffect effect, Optional<MarkWeights> bumps) {
        double[] share = new double[patterns.members.length];
        double mean = 0;
        double second = 0;
        double[] fit = new double[marks.length];
        double[] all = new double[marks.length];
        for (int r = 0; r < fit.length; r++) {
            all[r] = readiness[r];
            for (MarkedEffect each : effects) {
                all[r] += each.chance[r];
            }
            // What more than one thing would have marked is shared out among them.
            fit[r] = effect.chance[r] / (marks[r] > 0 ? Math.max(all[r], effect.chance[r]) : 1);
        }
        for (int i = 0; i < effect.share.length; i++) {
            int h = weights.hypothesis(i);
            share[patterns.unit[h]] += effect.share[i];
            if (effect.share[i] > NEGLIGIBLE) {
                float[] chance = patterns.chances[h];
                double sum = 0;
                for (int r = 0; r < fit.length; r++) {
                    sum += chance[r] / (marks[r] > 0 ? Math.max(all[r], chance[r]) : 1);
                }
                mean += effect.share[i] * sum;
                second += effect.share[i] * sum * sum;
            }
        }
        double deviation = Math.sqrt(Math.max(0, second - mean * mean));
        return new FoundEffect(share, effect.real, fit, deviation, against(effect, bumps) - effect.evidence);
    }

    /** Evidence of an anonymous source in place of one effect; of one too weak to be shown it is not asked. */
    private double against(MarkedEffect effect, Optional<MarkWeights> bumps) {
        if (!isShown(effect)) {
            return effect.evidence;
        }
        MarkWeights weights = bumps.orElseThrow();
        take(effect, -1);
        double evidence = weights.weigh(readiness, none, new double[weights.size()]);
        take(effect, 1);
        return evidence;
    }
}
