package org.stillpoint.words;

import java.util.OptionalDouble;
import org.stillpoint.practice.outcome.ForecastSkill;

/** How good forecasts were, and by whom they were made. */
public enum SkillWords implements Label {
    NONE_RESOLVED,
    LIKELY_IS_EARNED,
    NOTHING_YET,
    MODEL,
    OWN_GUESS,
    LAST_VALUE,
    MEAN_CHANGE,
    REGRESSION,
    OWN_AVERAGE,
    LAST_VALUE_WITHIN,
    MEAN_CHANGE_WITHIN,
    REGRESSION_WITHIN,
    OWN_AVERAGE_WITHIN;

    record Beside(Share size, boolean less, Message best, Share low, Share high) implements Message {}

    record LikelyIsLocked(int needed, int resolved, Message held) implements Message {}

    record Held(Share share) implements Message {}

    record Chances(Share low, Share high) implements Message {}

    public static Message of(ForecastSkill skill) {
        return skill.against()
                .<Message>map(against -> new Beside(
                        new Share(Math.abs(against.skill())),
                        against.skill() >= 0,
                        within(against.by()),
                        new Share(against.low()),
                        new Share(against.high())))
                .orElse(NONE_RESOLVED);
    }

    public static Message likely(ForecastSkill skill) {
        return skill.likely()
                ? LIKELY_IS_EARNED
                : new LikelyIsLocked(ForecastSkill.LEAST_RESOLVED, skill.resolved(), held(skill.held()));
    }

    private static Message held(OptionalDouble held) {
        return held.isEmpty() ? NOTHING_YET : new Held(new Share(held.getAsDouble()));
    }

    /** Between which chances a forecast was. */
    public static Message of(ForecastSkill.ChanceBin bin) {
        return new Chances(new Share(bin.low()), new Share(bin.high()));
    }

    /** A forecaster by the name under which it is sealed; one that is not known any more is called as it was. */
    public static Message forecaster(String sealed) {
        return switch (sealed) {
            case "model" -> MODEL;
            case "own guess" -> OWN_GUESS;
            case "last value" -> LAST_VALUE;
            case "mean change" -> MEAN_CHANGE;
            case "regression to the mean" -> REGRESSION;
            case "own average" -> OWN_AVERAGE;
            default -> new CommonWords.Verbatim(sealed);
        };
    }

    private static Message within(String sealed) {
        return switch (sealed) {
            case "last value" -> LAST_VALUE_WITHIN;
            case "mean change" -> MEAN_CHANGE_WITHIN;
            case "regression to the mean" -> REGRESSION_WITHIN;
            case "own average" -> OWN_AVERAGE_WITHIN;
            default -> new CommonWords.Verbatim(sealed);
        };
    }
}
