package org.stillpoint.evidence.diary;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.stillpoint.evidence.numeric.Sample;

/** What one diary shows, in numbers. Changes are after minus before, in units of the outcome. */
public sealed interface DiaryReport {

    Diary diary();

    Setting setting();

    Verdict verdict();

    /** Everything that a fit of both regressions gives; empty where too few entries allow none. */
    default Optional<Judged> judged() {
        return this instanceof Judged judged ? Optional.of(judged) : Optional.empty();
    }

    /** Non-overlap of all pairs, for description only; empty with no entry on one side. */
    default Optional<Overlap.Index> nap() {
        return sides() ? Optional.of(Overlap.of(diary()).nap()) : Optional.empty();
    }

    /** Plain difference of the means; not a number with no entry on one side. */
    default double difference() {
        return sides() ? Sample.mean(diary().valuesAfter()) - Sample.mean(diary().valuesBefore()) : Double.NaN;
    }

    private boolean sides() {
        return diary().sizeBefore() > 0 && diary().sizeAfter() > 0;
    }

    /** The plain grid with a level before and a level after; empty where too few entries allow no fit. */
    Optional<DriftNoise.Fit> levelOnly();

    /**
     * Too few entries for both regressions.
     *
     * @param levelOnly empty where even this is not possible
     * @param moreBefore how many more entries before the start would be needed, 1 or more
     */
    record TooFew(Diary diary, Setting setting, Optional<DriftNoise.Fit> levelOnly, int moreBefore)
            implements DiaryReport {

        @Override
        public Verdict verdict() {
            return Verdict.TOO_EARLY;
        }
    }

    /**
     * Entries that never differ, or only from before to after, of a measure whose scale is not known: how far it wanders by itself
     * is not known, and no fit has a width.
     *
     * @param early whether there are too few entries besides
     * @param moreBefore where it is too early, how many more entries before the start would be needed
     */
    record WithoutScatter(Diary diary, Setting setting, boolean early, OptionalInt moreBefore) implements DiaryReport {

        @Override
        public Verdict verdict() {
            return early ? Verdict.TOO_EARLY : Verdict.UNCLEAR;
        }

        @Override
        public Optional<DriftNoise.Fit> levelOnly() {
            return Optional.empty();
        }
    }

    /**
     * Enough entries for both regressions; the verdict may be that it is too early all the same.
     *
     * @param plain the plain grid
     * @param cautious whether the deciding fits are tempered by what is known of diaries on such a scale
     * @param deciding the fits that the verdict rests on
     * @param moreBefore where it is too early, how many more entries before the start would be needed; empty where none or
     *     where they would not help
     */
    record Judged(
            Diary diary,
            Setting setting,
            DriftNoise.TwoFits plain,
            boolean cautious,
            DriftNoise.TwoFits deciding,
            Verdict verdict,
            OptionalInt moreBefore)
            implements DiaryReport {

        /** Share of the values below which the width of an interval is round-off. */
        private static final double ROUND_OFF = 1e-6;

        @Override
        public Optional<DriftNoise.Fit> levelOnly() {
            return Optional.of(plain.levelOnly()).filter(fit -> scatters());
        }

        /** The plain grid with a trend besides; empty where its interval has no width, for then it knows nothing. */
        public Optional<DriftNoise.Fit> trendPlusLevel() {
            double[] ends = plain.trendPlusLevel().change().interval(ChangeRule.LEVEL);
            double size = Arrays.stream(diary.values()).map(Math::abs).max().orElse(0);
            return Optional.of(plain.trendPlusLevel()).filter(fit -> ends[1] - ends[0] > ROUND_OFF * size);
        }

        /** How often this very diary cries wolf. Worked out when it is asked for, which takes longer than all the rest. */
        public FalseAlarms falseAlarms() {
            return FalseAlarms.of(diary, new ChangeRule(setting.scale()), deciding);
        }

        /** Whether the entries of either side differ at all. */
        public boolean scatters() {
            return DiaryAnalysis.scatters(diary);
        }

        /** Whether the estimated change is for the better. */
        public boolean better() {
            return deciding.levelOnly().change().mean() * diary.better().sign() > 0;
        }
    }
}
