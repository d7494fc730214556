package org.stillpoint.words;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.stillpoint.practice.outcome.Claim;
import org.stillpoint.practice.outcome.ClaimJson;
import org.stillpoint.practice.outcome.Forecast;
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
    SEALED_ALREADY,
    NO_GUESS;

    /** What a claim is about, and when it was sealed. */
    public record TargetSealed(LocalDate from, LocalDate to, int least, double before, Instant day, Clock time)
            implements Message {}

    /** A moment by the clock alone. */
    public record Clock(Instant at) {}

    record Open(LocalDate day) implements Message {}

    record Void(int entries) implements Message {}

    record WhatCame(double outcome, int entries, boolean within, boolean lower) implements Message {}

    record Likely(Decimal low, Decimal high, Decimal threshold, Share chance) implements Message {}

    record Meant(Decimal low, Decimal high, Decimal threshold, Share chance) implements Message {}

    public record RangeOf(double low, double high) implements Message {}

    record Guessed(double pain, Share chance) implements Message {}

    public record MeanPainFrom(LocalDate day) implements Message {}

    /** What came of a forecast, or when it will be known. */
    public static Message came(Forecast forecast, ZoneId zone) {
        if (forecast.came().isEmpty()) {
            return new Open(LocalDate.ofInstant(forecast.claim().resolveOn(), zone));
        }
        ClaimJson.OutcomeJson came = forecast.came().get();
        if (came.outcome().isEmpty()) {
            return new Void(came.entries());
        }
        double outcome = came.outcome().getAsDouble();
        return new WhatCame(
                outcome,
                came.entries(),
                forecast.covers(outcome),
                forecast.claim().meaningful(outcome));
    }

    /** The forecast itself, as it was sealed. */
    public static Message wording(Forecast forecast) {
        Claim claim = forecast.claim();
        if (claim.worded().isPresent()) {
            return new CommonWords.Verbatim(claim.worded().get());
        }
        Decimal low = new Decimal(forecast.model().low(), 1);
        Decimal high = new Decimal(forecast.model().high(), 1);
        Decimal threshold = new Decimal(claim.threshold(), 0);
        Share chance = new Share(claim.chance());
        return claim.likely() ? new Likely(low, high, threshold, chance) : new Meant(low, high, threshold, chance);
    }

    public static Message target(Forecast forecast, ZoneId zone) {
        Claim claim = forecast.claim();
        Instant sealed = forecast.entry().sealedAt();
        return new TargetSealed(
                LocalDate.ofInstant(claim.from(), zone),
                LocalDate.ofInstant(claim.to().minusSeconds(1), zone),
                claim.leastEntries(),
                claim.before(),
                sealed,
                new Clock(sealed));
    }

    public static Message guess(Forecast forecast) {
        return forecast.guess()
                .<Message>map(own -> new Guessed(own.pain(), new Share(own.chance())))
                .orElse(NO_GUESS);
    }

    public record Kept(long number) implements Message {}

    public record CannotBeSealed(Refused.Rule rule) implements Message {}
}
