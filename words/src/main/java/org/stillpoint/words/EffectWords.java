package org.stillpoint.words;

import org.stillpoint.practice.outcome.FieldReading;
import org.stillpoint.practice.outcome.PooledEffect;

/** Effects with their intervals, pooled and single. */
public enum EffectWords implements Label {
    FIXED_EFFECT,
    DERSIMONIAN_LAIRD,
    REML,
    PAULE_MANDEL,
    NEW_STUDY,
    STANDARDISED;

    /** An estimate with the ends of its interval. */
    public record WithInterval(Decimal value, Decimal low, Decimal high) implements Message {}

    /** From low to high. */
    public record FromTo(Decimal low, Decimal high) implements Message {}

    record Pooled(int studies, Message effect) implements Message {}

    record Egger(Decimal t, int df, Decimal p) implements Message {}

    public static Message of(double value, double low, double high) {
        return new WithInterval(new Decimal(value, 2), new Decimal(low, 2), new Decimal(high, 2));
    }

    public static Message of(PooledEffect.EffectRange range) {
        return new FromTo(new Decimal(range.low(), 2), new Decimal(range.high(), 2));
    }

    public static Message of(double value, PooledEffect.EffectRange range) {
        return of(value, range.low(), range.high());
    }

    public static Message of(FieldReading.PooledStudies together) {
        PooledEffect reml = together.reml();
        return new Pooled(together.single().size(), of(reml.estimate(), reml.careful()));
    }

    public static Message of(FieldReading.Asymmetry egger) {
        return new Egger(new Decimal(egger.t(), 2), egger.df(), new Decimal(egger.p(), 2));
    }

    /** By which estimator it was pooled. */
    public static Message estimator(PooledEffect pooled) {
        return switch (pooled.by()) {
            case FE -> FIXED_EFFECT;
            case DL -> DERSIMONIAN_LAIRD;
            case REML -> REML;
            case PM -> PAULE_MANDEL;
            default -> new CommonWords.Verbatim(pooled.by().name());
        };
    }
}
