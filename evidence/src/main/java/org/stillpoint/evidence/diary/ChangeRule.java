package org.stillpoint.evidence.diary;

import java.util.Optional;

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

    String name() {
        return cautious ? "drift and noise grid with cautious priors" : "drift and noise grid";
    }

    boolean cautious() {
        return cautious;
    }

    DriftNoise estimator() {
        return estimator;
    }

    /** Both fits under the rule's priors. */
    record Fits(DriftNoise.Fit levelOnly, DriftNoise.Fit trendPlusLevel) {

        /** Whether the two agree that there is a change. */
        boolean alarm() {
            double direction = levelOnly.change().mean();
            double missing = (1 - LEVEL) / 2;
            return levelOnly.probability(direction) > 1 - missing && trendPlusLevel.probability(direction) > 0.5;
        }
    }

    Fits fit(Diary diary) {
        return new Fits(estimator.levelOnly(diary), estimator.trendPlusLevel(diary));
    }

    /** Whether the rule would say "changed" of this diary, thresholds aside. */
    boolean alarm(Diary diary) {
        DriftNoise.Fit level = estimator.levelOnly(diary);
        double direction = level.change().mean();
        double missing = (1 - LEVEL) / 2;
        return level.probability(direction) > 1 - missing
                && estimator.trendPlusLevel(diary).probability(direction) > 0.5;
    }
}
