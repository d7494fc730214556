package org.stillpoint.evidence.diary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.stillpoint.evidence.numeric.Sample;
import org.stillpoint.evidence.numeric.StudentMixture;

/** Did it change, for one client: fits, false alarms, thresholds and the verdict. */
public final class DiaryAnalysis {

    /** Entries on either side below which nothing but "too early" is said. */
    static final int LEAST_ENTRIES = 5;

    /** More entries before the start than this are never asked for: waiting longer is not what such a diary needs. */
    private static final int MOST_MORE = 60;

    /** Where no threshold is known, a change of this share of the scale should have shown; 2 of 10 points. */
    private static final double SHARE_THAT_SHOULD_SHOW = 0.2;

    /** Share of the values below which the width of an interval is round-off. */
    private static final double ROUND_OFF = 1e-6;

    private DiaryAnalysis() {}

    /** The full report on one diary. */
    public static DiaryReport analyse(Diary diary, Setting setting) {
        ChangeRule rule = new ChangeRule(setting.scale());
        boolean sides = diary.sizeBefore() > 0 && diary.sizeAfter() > 0;
        double difference = sides ? Sample.mean(diary.valuesAfter()) - Sample.mean(diary.valuesBefore()) : Double.NaN;
        Optional<Overlap.Index> nap = sides ? Optional.of(Overlap.of(diary).nap()) : Optional.empty();
        if (!DriftNoise.canFit(diary, true)) {
            OptionalInt more = OptionalInt.of(Math.max(1, LEAST_ENTRIES - diary.sizeBefore()));
            Optional<DriftNoise.Fit> level = DriftNoise.canFit(diary, false)
                    ? Optional.of(DriftNoise.standard().levelOnly(diary))
                    : Optional.empty();
            return new DiaryReport(
                    diary,
                    setting,
                    difference,
                    nap,
                    level,
                    Optional.empty(),
                    rule.name(),
                    Optional.empty(),
                    Optional.empty(),
                    Verdict.TOO_EARLY,
                    more,
                    Words.tooFew(diary, more));
        }
        DriftNoise.Both plain = DriftNoise.standard().both(diary);
        boolean scatters = scatters(diary.valuesBefore()) || scatters(diary.valuesAfter());
        if (!scatters && !rule.cautious()) {
            return withoutScatter(diary, setting, difference, nap, rule);
        }
        DriftNoise.Both fits = rule.cautious() ? rule.fit(diary) : plain;
        FalseAlarms alarms = FalseAlarms.of(diary, rule, fits);
        OptionalInt more = moreBefore(diary, setting, rule, fits);
        Verdict verdict = verdict(diary, setting, fits, more);
        List<String> words = new ArrayList<>(Words.of(diary, setting, fits, alarms, verdict, more));
        if (!scatters) {
            words.add(Words.withoutScatter(diary));
        }
        return new DiaryReport(
                diary,
                setting,
                difference,
                nap,
                Optional.of(plain.levelOnly()).filter(fit -> scatters),
                Optional.of(plain.trendPlusLevel()).filter(fit -> hasWidth(fit, diary)),
                rule.name(),
                Optional.of(new DiaryReport.Deciding(rule.cautious(), fits.levelOnly(), fits.trendPlusLevel())),
                Optional.of(alarms),
                verdict,
                verdict == Verdict.TOO_EARLY ? more : OptionalInt.empty(),
                List.copyOf(words));
    }

    private static boolean scatters(double[] values) {
        return Arrays.stream(values).distinct().count() > 1;
    }

    /** Whether the entries scatter at all about this fit: without any scatter its interval has no width, and knows nothing. */
    private static boolean hasWidth(DriftNoise.Fit fit, Diary diary) {
        double[] ends = fit.change().interval(ChangeRule.LEVEL);
        double size = Arrays.stream(diary.values()).map(Math::abs).max().orElse(0);
        return ends[1] - ends[0] > ROUND_OFF * size;
    }

    /** Nothing is known of how this measure wanders by itself, and no scale says how far such measures do. */
    private static DiaryReport withoutScatter(
            Diary diary, Setting setting, double difference, Optional<Overlap.Index> nap, ChangeRule rule) {
        boolean few = diary.sizeBefore() < LEAST_ENTRIES || diary.sizeAfter() < LEAST_ENTRIES;
        int missing = LEAST_ENTRIES - diary.sizeBefore();
        return new DiaryReport(
                diary,
                setting,
                difference,
                nap,
                Optional.empty(),
                Optional.empty(),
                rule.name(),
                Optional.empty(),
                Optional.empty(),
                few ? Verdict.TOO_EARLY : Verdict.UNCLEAR,
                few && missing > 0 ? OptionalInt.of(missing) : OptionalInt.empty(),
                List.of(Words.withoutScatter(diary), Words.WITHOUT_SCALE));
    }

    private static Verdict verdict(Diary diary, Setting setting, DriftNoise.Both fits, OptionalInt more) {
        if (diary.sizeBefore() < LEAST_ENTRIES || diary.sizeAfter() < LEAST_ENTRIES) {
            return Verdict.TOO_EARLY;
        }
        if (!ChangeRule.alarm(fits)) {
            return more.isPresent() ? Verdict.TOO_EARLY : Verdict.UNCLEAR;
        }
        double size = Math.abs(fits.levelOnly().change().mean());
        OptionalDouble threshold = setting.threshold();
        return threshold.isPresent() && size < threshold.getAsDouble() ? Verdict.TOO_SMALL : Verdict.CHANGED;
    }

    /**
     * The fewest further entries before the start after which a change that should show would show: with which the
     * plausible interval reaches no further than that change. Empty where it is so already or never within sixty.
     */
    private static OptionalInt moreBefore(Diary diary, Setting setting, ChangeRule rule, DriftNoise.Both fits) {
        int missing = Math.max(0, LEAST_ENTRIES - diary.sizeBefore());
        OptionalDouble shows = setting.threshold().isPresent()
                ? setting.threshold()
                : setting.scale()
                        .map(s -> OptionalDouble.of(SHARE_THAT_SHOULD_SHOW * (s.high() - s.low())))
                        .orElse(OptionalDouble.empty());
        if (shows.isEmpty()) {
            return missing > 0 ? OptionalInt.of(missing) : OptionalInt.empty();
        }
        StudentMixture change = fits.levelOnly().change();
        double[] ends = change.interval(ChangeRule.LEVEL);
        double reach = (ends[1] - ends[0]) / 2;
        if (reach <= shows.getAsDouble()) {
            return missing > 0 ? OptionalInt.of(missing) : OptionalInt.empty();
        }
        double[] spreads = rule.estimator().expectedSpreads(diary, fits.levelOnly(), MOST_MORE);
        double wanted = spreads[0] * shows.getAsDouble() / reach;
        return IntStream.rangeClosed(Math.max(1, missing), MOST_MORE)
                .filter(more -> spreads[more] <= wanted)
                .mapToObj(OptionalInt::of)
                .findFirst()
                .orElse(missing > 0 ? OptionalInt.of(missing) : OptionalInt.empty());
    }
}
