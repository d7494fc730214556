package org.stillpoint.words;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.stillpoint.evidence.diary.Diary;
import org.stillpoint.evidence.diary.DiaryAnalysis;
import org.stillpoint.evidence.diary.DiaryReport;
import org.stillpoint.evidence.diary.FalseAlarms;
import org.stillpoint.evidence.diary.Setting;
import org.stillpoint.evidence.diary.Verdict;
import org.stillpoint.evidence.numeric.StudentMixture;

/** What one diary shows, in sentences that a client understands. */
public enum DiaryWords implements Label {
    NOTHING_AFTERWARDS,
    FOR_THE_BETTER,
    FOR_THE_WORSE,
    NO_THRESHOLD,
    WITHOUT_SCALE,
    NO_CAUSE;

    /** Share that the plausible range holds. */
    private static final double PLAUSIBLE = 0.95;

    record MoreBefore(int entries) implements Message {}

    record MoreAfter(int entries) implements Message {}

    record MoreAfterAsWell(int entries) implements Message {}

    /**
     * By how much a measure moved, and what is plausible, from near to far in the direction in which it moved.
     *
     * @param crosses whether a move in the other direction is plausible too, as far as {@code near}
     */
    record Moved(String measure, double size, boolean lower, boolean crosses, Decimal near, Decimal far)
            implements Message {}

    record NoClearChange(Moved moved) implements Message {}

    record SoFar(Moved moved) implements Message {}

    record LessThanMatters(double threshold) implements Message {}

    record BeyondThreshold(double threshold, String source) implements Message {}

    record QuietStretches(int asLarge, int stretches, int called) implements Message {}

    record MadeUpDiaries(int diaries, int asLarge, int called) implements Message {}

    record AllAlike(double value) implements Message {}

    record AlikeOnEachSide(double before, double after) implements Message {}

    /** The whole report, the plain sentence first. */
    public static List<Message> of(DiaryReport report) {
        return switch (report) {
            case DiaryReport.TooFew few ->
                List.of(few.diary().sizeAfter() == 0 ? NOTHING_AFTERWARDS : new MoreBefore(few.moreBefore()));
            case DiaryReport.WithoutScatter same -> List.of(without(same.diary()), WITHOUT_SCALE);
            case DiaryReport.Judged judged -> of(judged);
        };
    }

    private static List<Message> of(DiaryReport.Judged report) {
        List<Message> said = new ArrayList<>();
        Setting setting = report.setting();
        Moved moved = moved(setting, report.deciding().levelOnly().change());
        switch (report.verdict()) {
            case CHANGED -> {
                said.add(moved);
                said.add(report.better() ? FOR_THE_BETTER : FOR_THE_WORSE);
                said.add(threshold(setting));
            }
            case TOO_SMALL -> {
                said.add(moved);
                said.add(new LessThanMatters(setting.threshold().orElseThrow()));
            }
            case UNCLEAR -> said.add(new NoClearChange(moved));
            case TOO_EARLY -> early(report, moved, said);
        }
        said.add(alarms(report.falseAlarms()));
        if (report.verdict() == Verdict.CHANGED || report.verdict() == Verdict.TOO_SMALL) {
            said.add(NO_CAUSE);
        }
        if (!report.scatters()) {
            said.add(without(report.diary()));
        }
        return List.copyOf(said);
    }

    /** What can be known of entries that never differ, or only from before to after. */
    private static Message without(Diary diary) {
        double before = diary.valuesBefore()[0];
        double after = diary.valuesAfter()[0];
        return before == after ? new AllAlike(before) : new AlikeOnEachSide(before, after);
    }

    private static void early(DiaryReport.Judged report, Moved moved, List<Message> said) {
        OptionalInt before = report.moreBefore();
        int after = DiaryAnalysis.LEAST_ENTRIES - report.diary().sizeAfter();
        before.ifPresent(entries -> said.add(new MoreBefore(entries)));
        if (after > 0) {
            said.add(before.isPresent() ? new MoreAfterAsWell(after) : new MoreAfter(after));
        }
        said.add(new SoFar(moved));
    }

    private static Moved moved(Setting setting, StudentMixture change) {
        double mean = change.mean();
        double[] ends = change.interval(PLAUSIBLE);
        boolean lower = mean < 0;
        double near = lower ? -ends[1] : ends[0];
        double far = lower ? -ends[0] : ends[1];
        return new Moved(
                setting.name(), Math.abs(mean), lower, near < 0, new Decimal(Math.abs(near), 1), new Decimal(far, 1));
    }

    private static Message threshold(Setting setting) {
        OptionalDouble threshold = setting.threshold();
        return threshold.isPresent() ? new BeyondThreshold(threshold.getAsDouble(), setting.source()) : NO_THRESHOLD;
    }

    private static Message alarms(FalseAlarms alarms) {
        return switch (alarms.source()) {
            case PLACEBO_IN_TIME -> new QuietStretches(alarms.asLarge(), alarms.starts(), alarms.alarms());
            case SIMULATED -> new MadeUpDiaries(alarms.starts(), alarms.asLarge(), alarms.alarms());
        };
    }
}
