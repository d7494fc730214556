package org.stillpoint.words;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.stillpoint.evidence.diary.Diary;
import org.stillpoint.evidence.diary.DiaryAnalysis;
import org.stillpoint.evidence.diary.DiaryReport;
import org.stillpoint.evidence.diary.FalseAlarms;
import org.stillpoint.evidence.diary.Setting;
import org.stillpoint.evidence.diary.Verdict;
import org.stillpoint.evidence.numeric.StudentMixture;

/** What one diary shows, in sentences that a client understands. */
public enum DiaryWords implements Label {
    WHETHER_IT_MATTERS,
    WHETHER_BY_CHANCE,
    WHETHER_BY_SESSIONS,
    WHAT_ENTRIES_SHOW,
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
    record Moved(Message measure, double size, boolean lower, boolean crosses, Decimal near, Decimal far)
            implements Message {}

    record NoClearChange(Moved moved) implements Message {}

    record SoFar(Moved moved) implements Message {}

    record LessThanMatters(double threshold) implements Message {}

    record ReachesThreshold(double threshold) implements Message {}

    record QuietStretches(int asLarge, int stretches, int called) implements Message {}

    record MadeUpDiaries(int diaries, int asLarge, int called) implements Message {}

    record AllAlike(double value) implements Message {}

    record AlikeOnEachSide(double before, double after) implements Message {}

    /**
     * One of the plain rows under a sentence: what somebody asks next, and the answer.
     *
     * @param question a few words
     */
    public record PlainRow(Label question, Message answer) {}

    /**
     * The whole report.
     *
     * @param sentence the plain sentence
     * @param rows what belongs to it
     */
    public record DiaryTold(Message sentence, List<PlainRow> rows) {

        /** The same without the questions, the plain sentence first. */
        public List<Message> sentences() {
            return Stream.concat(Stream.of(sentence), rows.stream().map(PlainRow::answer))
                    .toList();
        }
    }

    public static DiaryTold of(DiaryReport report) {
        List<PlainRow> rows =
                switch (report) {
                    case DiaryReport.TooFew few -> List.of();
                    case DiaryReport.WithoutScatter same -> List.of(new PlainRow(WHETHER_BY_CHANCE, WITHOUT_SCALE));
                    case DiaryReport.Judged judged -> rows(judged);
                };
        return new DiaryTold(sentence(report), rows);
    }

    /** The plain sentence alone, for lists: what belongs to it is not worked out. */
    static Message sentence(DiaryReport report) {
        return switch (report) {
            case DiaryReport.TooFew few ->
                few.diary().sizeAfter() == 0 ? NOTHING_AFTERWARDS : new MoreBefore(few.moreBefore());
            case DiaryReport.WithoutScatter same -> without(same.diary());
            case DiaryReport.Judged judged ->
                switch (judged.verdict()) {
                    case CHANGED, TOO_SMALL -> moved(judged);
                    case UNCLEAR -> new NoClearChange(moved(judged));
                    case TOO_EARLY -> needed(judged);
                };
        };
    }

    private static List<PlainRow> rows(DiaryReport.Judged report) {
        Setting setting = report.setting();
        List<PlainRow> rows = new ArrayList<>();
        switch (report.verdict()) {
            case CHANGED ->
                rows.add(new PlainRow(
                        WHETHER_IT_MATTERS,
                        new GoesWords.Both(report.better() ? FOR_THE_BETTER : FOR_THE_WORSE, threshold(setting))));
            case TOO_SMALL ->
                rows.add(new PlainRow(
                        WHETHER_IT_MATTERS,
                        new LessThanMatters(setting.threshold().orElseThrow())));
            case UNCLEAR -> {}
            case TOO_EARLY -> rows.add(new PlainRow(WHAT_ENTRIES_SHOW, new SoFar(moved(report))));
        }
        rows.add(new PlainRow(WHETHER_BY_CHANCE, alarms(report.falseAlarms())));
        if (report.verdict() == Verdict.CHANGED || report.verdict() == Verdict.TOO_SMALL) {
            rows.add(new PlainRow(WHETHER_BY_SESSIONS, NO_CAUSE));
        }
        if (!report.scatters()) {
            rows.add(new PlainRow(WHAT_ENTRIES_SHOW, without(report.diary())));
        }
        return List.copyOf(rows);
    }

    /** What can be known of entries that never differ, or only from before to after. */
    private static Message without(Diary diary) {
        double before = diary.valuesBefore()[0];
        double after = diary.valuesAfter()[0];
        return before == after ? new AllAlike(before) : new AlikeOnEachSide(before, after);
    }

    /** How many more entries it takes: some before, some afterwards, or both. */
    private static Message needed(DiaryReport.Judged report) {
        OptionalInt before = report.moreBefore();
        int after = DiaryAnalysis.LEAST_ENTRIES - report.diary().sizeAfter();
        if (before.isEmpty()) {
            return new MoreAfter(after);
        }
        Message more = new MoreBefore(before.getAsInt());
        return after > 0 ? new GoesWords.Both(more, new MoreAfterAsWell(after)) : more;
    }

    private static Moved moved(DiaryReport.Judged report) {
        StudentMixture change = report.deciding().levelOnly().change();
        double mean = change.mean();
        double[] ends = change.interval(PLAUSIBLE);
        boolean lower = mean < 0;
        double near = lower ? -ends[1] : ends[0];
        double far = lower ? -ends[0] : ends[1];
        return new Moved(
                MeasureWords.called(report.setting().name()),
                Math.abs(mean),
                lower,
                near < 0,
                new Decimal(Math.abs(near), 1),
                new Decimal(far, 1));
    }

    private static Message threshold(Setting setting) {
        OptionalDouble threshold = setting.threshold();
        return threshold.isPresent() ? new ReachesThreshold(threshold.getAsDouble()) : NO_THRESHOLD;
    }

    private static Message alarms(FalseAlarms alarms) {
        return switch (alarms.source()) {
            case PLACEBO_IN_TIME -> new QuietStretches(alarms.asLarge(), alarms.starts(), alarms.alarms());
            case SIMULATED -> new MadeUpDiaries(alarms.starts(), alarms.asLarge(), alarms.alarms());
        };
    }
}
