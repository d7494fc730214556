package org.stillpoint.words;

import org.stillpoint.record.Refused;

/** Sealing a forecast, and a forecast that is sealed. */
public enum ForecastWords implements Label {
    SEAL,
    NOT_YET,
    GUESS_FIRST,
    BOTH_SEALED,
    DAY,
    DAY_HINT,
    GUESS,
    WORST_IMAGINABLE,
    CHANCE,
    NO_CHANCE,
    CERTAIN,
    SEAL_AND_SHOW,
    SEALED,
    GUESS_SEALED_FIRST,
    CAME,
    EVERY_FORECASTER,
    TABLE,
    FORECASTER,
    MIDDLE,
    RANGE,
    MISSED,
    NOT_LIKELY,
    WHERE_KEPT,
    GUESSED_ALREADY,
    SEALED_ALREADY;

    public record TargetSealed(String target, String day) implements Message {}

    public record Kept(long number) implements Message {}

    public record CannotBeSealed(Refused.Rule rule) implements Message {}
}
