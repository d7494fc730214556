package org.stillpoint.evidence.diary;

import java.util.Optional;
import java.util.function.Supplier;
import org.stillpoint.evidence.numeric.StudentMixture;

/**
 * The rule that alone may say "changed": the level-only interval of 95 % leaves out no change, and the trend + level fit
 * puts the change on the same side. Where the scale is known the fits are tempered by {@link Caution}; else they are the
 * plain grid's.
 */
final class ChangeRule {

    /** Share that the plausible interval holds. */
    static final double LEVEL = 0.95;

    private final DriftNoise estimator;
    private final boolean cautious;

    ChangeRule(Optional<Setting.Scale> scale) {
        this.cautious = scale.isPresent();
        this.estimator = scale.map(s -> DriftNoise.cautious(Caution.forScale(s.low(), s.high())))
                .orElseGet(DriftNoise::standard);
    }

    boolean cautious() {
        return cautious;
    }

    DriftNoise estimator() {
        return estimator;
    }

    /** Both fits of one diary under the rule's priors. */
    DriftNoise.TwoFits fit(Diary diary) {
        return estimator.both(diary);
    }

    /** Whether the rule says "changed" of these fits, thresholds aside. */
    static boolean alarm(DriftNoise.TwoFits fits) {
        return alarm(fits.levelOnly().change(), () -> fits.trendPlusLevel().change());
    }

    /** Whether the rule says "changed" of one of many diaries, thresholds aside. */
    static boolean alarm(ManyFits fits, int diary) {
        return alarm(
                fits.levelOnly().change(diary),
                () -> fits.trendPlusLevel().orElseThrow().change(diary));
    }

    private static boolean alarm(StudentMixture level, Supplier<StudentMixture> trend) {
        double direction = level.mean();
        double missing = (1 - LEVEL) / 2;
        return onSide(level, direction) > 1 - missing && onSide(trend.get(), direction) > 0.5;
    }

    /** Posterior probability that the change lies on the same side as {@code direction}. */
    private static double onSide(StudentMixture change, double direction) {
        double below = change.quickCdf(0);
        return direction < 0 ? below : 1 - below;
    }
}
