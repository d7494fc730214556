package org.stillpoint.evidence.diary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.stillpoint.evidence.numeric.StudentMixture;

/** The report on one diary in sentences that a client understands. */
final class Words {

    static final String NO_CAUSE = "This cannot show that the session caused it.";

    static final String WITHOUT_SCALE =
            "How far this measure wanders by itself is not known, so it cannot be told whether it changed; the scale of the measure (its lowest and highest value) would say how far such measures do.";

    private Words() {}

    /** What can be known of entries that never differ, or only from before to after. */
    static String withoutScatter(Diary diary) {
        double before = diary.valuesBefore()[0];
        double after = diary.valuesAfter()[0];
        return before == after
                ? "Every entry is " + tenths(before) + ": changes smaller than a step of the scale cannot be seen."
                : "Every entry before is " + tenths(before) + " and every entry afterwards " + tenths(after)
                        + ", without any scatter.";
    }

    static List<String> tooFew(Diary diary, OptionalInt more) {
        if (diary.sizeAfter() == 0) {
            return List.of("Too early to tell: there are no entries after the first session yet.");
        }
        return List.of(asked(more.orElseThrow()));
    }

    private static String asked(int more) {
        return more == 1
                ? "Too early to tell: 1 more entry before the first session would be needed."
                : "Too early to tell: " + more + " more entries before the first session would be needed.";
    }

    static List<String> of(
            Diary diary, Setting setting, DriftNoise.Both fits, FalseAlarms alarms, Verdict verdict, OptionalInt more) {
        List<String> words = new ArrayList<>();
        StudentMixture change = fits.levelOnly().change();
        switch (verdict) {
            case CHANGED, TOO_SMALL -> words.add(sizeSentence(setting, change));
            case UNCLEAR -> words.add("No clear change: " + lowerFirst(sizeSentence(setting, change)));
            case TOO_EARLY -> words.addAll(early(diary, setting, change, more));
        }
        if (verdict == Verdict.TOO_SMALL) {
            words.add("That is less than the " + points(setting.threshold().orElseThrow())
                    + " that are more than measurement error and matter to people.");
        }
        if (verdict == Verdict.CHANGED) {
            words.add(
                    change.mean() * diary.better().sign() > 0
                            ? "That is a change for the better."
                            : "That is a change for the worse.");
            words.add(thresholdSentence(setting));
        }
        words.add(alarmSentence(alarms));
        if (verdict == Verdict.CHANGED || verdict == Verdict.TOO_SMALL) {
            words.add(NO_CAUSE);
        }
        return List.copyOf(words);
    }

    private static List<String> early(Diary diary, Setting setting, StudentMixture change, OptionalInt more) {
        List<String> words = new ArrayList<>();
        int missingAfter = DiaryAnalysis.LEAST_ENTRIES - diary.sizeAfter();
        if (more.isPresent()) {
            words.add(asked(more.getAsInt()));
        }
        if (missingAfter > 0) {
            words.add((more.isPresent() ? "Afterwards " : "Too early to tell: ")
                    + missingAfter
                    + (missingAfter == 1 ? " more entry" : " more entries")
                    + (more.isPresent() ? " would be needed as well." : " afterwards would be needed."));
        }
        words.add("So far: " + lowerFirst(sizeSentence(setting, change)));
        return words;
    }

    private static String sizeSentence(Setting setting, StudentMixture change) {
        double mean = change.mean();
        double[] ends = change.interval(ChangeRule.LEVEL);
        boolean lower = mean < 0;
        String way = lower ? "lower" : "higher";
        double near = lower ? -ends[1] : ends[0];
        double far = lower ? -ends[0] : ends[1];
        String plausible = near < 0
                ? tenths(-near) + " " + (lower ? "higher" : "lower") + " to " + tenths(far) + " " + way
                : tenths(near) + " to " + tenths(far);
        return setting.name() + " was " + points(Math.abs(mean)) + " " + way + " afterwards (plausible: " + plausible
                + ").";
    }

    private static String thresholdSentence(Setting setting) {
        OptionalDouble threshold = setting.threshold();
        return threshold.isPresent()
                ? "It is beyond the " + points(threshold.getAsDouble())
                        + " that measurement error and the smallest change that matters ask for ("
                        + setting.source() + ")."
                : "No settled figure says how large a change of this measure must be to matter.";
    }

    private static String alarmSentence(FalseAlarms alarms) {
        return switch (alarms.source()) {
            case PLACEBO_IN_TIME ->
                "Changes of this size also turned up in " + alarms.asLarge() + " of " + alarms.starts()
                        + " quiet stretches of this diary, and "
                        + (alarms.alarms() == 0 ? "none of them" : alarms.alarms() + " of them")
                        + " would have been called a change.";
            case SIMULATED ->
                "There are too few entries before the first session to look for quiet stretches; of "
                        + alarms.starts() + " made-up diaries that wander as this one does, "
                        + alarms.asLarge() + " showed a change of this size by chance and "
                        + alarms.alarms() + " would have been called a change.";
        };
    }

    static String points(double size) {
        String number = tenths(size);
        return number + (number.equals("1.0") ? " point" : " points");
    }

    private static String tenths(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String lowerFirst(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }
}
