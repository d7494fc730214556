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

    /** Decimals of an effect as studies print it. */
    public static final int PRINTED = 2;

    /** Decimals of a change in points, which people rate whole: more would be a claim that no diary bears. */
    public static final int POINTS = 1;

    /** @param places decimals */
    public static Message of(double value, double low, double high, int places) {
        return new WithInterval(new Decimal(value, places), new Decimal(low, places), new Decimal(high, places));
    }

    /** @param places decimals */
    public static Message of(PooledEffect.EffectRange range, int places) {
        return new FromTo(new Decimal(range.low(), places), new Decimal(range.high(), places));
    }

    /** @param places decimals */
    public static Message of(double value, PooledEffect.EffectRange range, int places) {
        return of(value, range.low(), range.high(), places);
    }

    public static Message of(FieldReading.PooledStudies together) {
        PooledEffect reml = together.reml();
        return new Pooled(together.single().size(), of(reml.estimate(), reml.careful(), PRINTED));
    }

    public static Message of(FieldReading.Asymmetry egger) {
        return new Egger(new Decimal(egger.t(), PRINTED), egger.df(), new Decimal(egger.p(), PRINTED));
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
