package org.stillpoint.evidence.diary;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.stillpoint.evidence.numeric.StudentMixture;

/** Did it change, for one client: fits, false alarms, thresholds and the verdict. */
public final class DiaryAnalysis {

    /** Entries on either side below which nothing but "too early" is found; the shortest phase accepted for single cases (WWC standards, 2022). */
    public static final int LEAST_ENTRIES = 5;

    /** More entries before the start than this are never asked for: waiting longer is not what such a diary needs. */
    private static final int MOST_MORE = 60;

    /** Where no threshold is known, a change of this share of the scale should have shown; 2 of 10 points. */
    private static final double SHARE_THAT_SHOULD_SHOW = 0.2;

    private DiaryAnalysis() {}

    /** The full report on one diary. */
    public static DiaryReport analyse(Diary diary, Setting setting) {
        if (!DriftNoise.canFit(diary, true)) {
            return new DiaryReport.TooFew(
                    diary,
                    setting,
                    DriftNoise.canFit(diary, false)
                            ? Optional.of(DriftNoise.standard().levelOnly(diary))
                            : Optional.empty(),
                    Math.max(1, LEAST_ENTRIES - diary.sizeBefore()));
        }
        ChangeRule rule = new ChangeRule(setting.scale());
        DriftNoise.TwoFits plain = DriftNoise.standard().both(diary);
        if (!scatters(diary) && !rule.cautious()) {
            boolean few = few(diary);
            int missing = LEAST_ENTRIES - diary.sizeBefore();
            return new DiaryReport.WithoutScatter(
                    diary, setting, few, few && missing > 0 ? OptionalInt.of(missing) : OptionalInt.empty());
        }
        DriftNoise.TwoFits deciding = rule.cautious() ? rule.fit(diary) : plain;
        boolean shown = !few(diary) && ChangeRule.alarm(deciding);
        OptionalInt more = shown ? OptionalInt.empty() : moreBefore(diary, setting, rule, deciding);
        Verdict verdict = shown
                ? sizeOf(deciding, setting)
                : few(diary) || more.isPresent() ? Verdict.TOO_EARLY : Verdict.UNCLEAR;
        return new DiaryReport.Judged(
                diary,
                setting,
                plain,
                rule.cautious(),
                deciding,
                verdict,
                verdict == Verdict.TOO_EARLY ? more : OptionalInt.empty());
    }

    /** Whether the entries of either side differ at all. */
    static boolean scatters(Diary diary) {
        return scatter(diary.valuesBefore()) || scatter(diary.valuesAfter());
    }

    private static boolean scatter(double[] values) {
        return Arrays.stream(values).distinct().count() > 1;
    }

    private static boolean few(Diary diary) {
        return diary.sizeBefore() < LEAST_ENTRIES || diary.sizeAfter() < LEAST_ENTRIES;
    }

    /** Whether a change that shows is large enough to matter. */
    private static Verdict sizeOf(DriftNoise.TwoFits fits, Setting setting) {
        double size = Math.abs(fits.levelOnly().change().mean());
        OptionalDouble threshold = setting.threshold();
        return threshold.isPresent() && size < threshold.getAsDouble() ? Verdict.TOO_SMALL : Verdict.CHANGED;
    }

    /**
     * The fewest further entries before the start after which a change that should show would show: with which the
     * plausible interval reaches no further than that change. Empty where it is so already or never within sixty.
     */
    private static OptionalInt moreBefore(Diary diary, Setting setting, ChangeRule rule, DriftNoise.TwoFits fits) {
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
