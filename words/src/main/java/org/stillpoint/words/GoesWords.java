package org.stillpoint.words;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.stillpoint.practice.outcome.Asked;
import org.stillpoint.practice.outcome.Change;
import org.stillpoint.practice.outcome.Course;
import org.stillpoint.practice.outcome.HowItGoes;
import org.stillpoint.practice.outcome.Measured;
import org.stillpoint.practice.outcome.Questionnaire;

/** What one measure of one client can honestly be made to say. */
public enum GoesWords implements Label {
    WHAT_DAYS_ARE_FOR,
    WHAT_NUMBERS_MEAN,
    DAYS_TO_MEASURE_AGAINST,
    TOO_FEW_SCORES,
    WHAT_OWN_VIEW_MEANS,
    NO_SETTLED_FIGURE,
    UNSETTLED;

    record NoEntry(boolean asked, Message measure) implements Message {}

    /** @param been {@link Steady} or {@link Between} */
    record NoSession(int entries, boolean asked, Message measure, Message been) implements Message {}

    record NothingBefore(Message measure, Message been, boolean asked) implements Message {}

    record Steady(double value) implements Message {}

    record Between(double least, double most, double mean) implements Message {}

    record LatestOf(String measure, double latest, double most) implements Message {}

    record LatestMeansWorse(Message latest, double noChange) implements Message {}

    record Beside(Message measure, double before, double latest, double size, LatestDiffers way) implements Message {}

    record AsMuchAsAsked(double threshold) implements Message {}

    record LessThanAsked(double threshold) implements Message {}

    /** Two sentences, one after the other. */
    public record Both(Message first, Message second) implements Message {}

    /** In which way the latest differs from the last before. */
    enum LatestDiffers {
        SAME,
        LOWER,
        HIGHER
    }

    /**
     * What is said.
     *
     * @param sentence the plain sentence
     * @param rows what belongs to it: whether it matters, whether it is chance, what it cannot show; may be empty
     */
    public record Said(Message sentence, List<DiaryWords.PlainRow> rows) {}

    public static Said of(HowItGoes goes) {
        return new Said(sentence(goes), rows(goes));
    }

    /** The plain sentence alone, for lists: what belongs to it is not worked out. */
    public static Message sentence(HowItGoes goes) {
        Course course = goes.course();
        Measured measured = course.measured();
        boolean asked = measured instanceof Asked;
        return switch (goes) {
            case HowItGoes.NoEntry none -> new NoEntry(asked, MeasureWords.within(measured));
            case HowItGoes.NoSession none ->
                new NoSession(course.entries().size(), asked, MeasureWords.within(measured), been(course));
            case HowItGoes.NothingBefore none -> new NothingBefore(MeasureWords.name(measured), been(course), asked);
            case HowItGoes.JudgedCourse judged -> DiaryWords.sentence(judged.judged());
            case HowItGoes.FewScores few -> beside(course);
            case HowItGoes.OwnView view ->
                new LatestOf(
                        view.questionnaire().name(),
                        view.latest(),
                        view.questionnaire().high());
        };
    }

    private static List<DiaryWords.PlainRow> rows(HowItGoes goes) {
        return switch (goes) {
            case HowItGoes.NoEntry none -> List.of();
            case HowItGoes.NoSession none ->
                List.of(new DiaryWords.PlainRow(WHAT_DAYS_ARE_FOR, DAYS_TO_MEASURE_AGAINST));
            case HowItGoes.NothingBefore none -> List.of();
            case HowItGoes.JudgedCourse judged -> DiaryWords.of(judged.judged()).rows();
            case HowItGoes.FewScores few ->
                List.of(
                        new DiaryWords.PlainRow(
                                DiaryWords.WHETHER_IT_MATTERS, against(few.questionnaire(), few.course())),
                        new DiaryWords.PlainRow(DiaryWords.WHETHER_BY_CHANCE, TOO_FEW_SCORES),
                        new DiaryWords.PlainRow(
                                DiaryWords.WHAT_ENTRIES_SHOW,
                                DiaryWords.sentence(few.diary().judged())));
            case HowItGoes.OwnView view -> List.of(new DiaryWords.PlainRow(WHAT_NUMBERS_MEAN, WHAT_OWN_VIEW_MEANS));
        };
    }

    /** What is said of something that is worse; empty where nothing may be called so. */
    public static Optional<Message> worse(HowItGoes goes) {
        if (!goes.worse()) {
            return Optional.empty();
        }
        Message sentence = sentence(goes);
        return Optional.of(
                goes instanceof HowItGoes.OwnView
                        ? new LatestMeansWorse(sentence, Questionnaire.NO_CHANGE)
                        : goes.change() == Change.WORSE ? sentence : beside(goes.course()));
    }

    /** The sentence for a list of all measures: it also says where nobody knows how much of a change matters. */
    public static Message inAList(HowItGoes goes) {
        Message sentence = sentence(goes);
        boolean changed = goes.change() == Change.BETTER || goes.change() == Change.WORSE;
        return changed && goes.course().measured().setting().threshold().isEmpty()
                ? new Both(sentence, UNSETTLED)
                : sentence;
    }

    private static Message beside(Course course) {
        double before = course.before().getLast().value();
        double latest = course.latest().value();
        return new Beside(
                MeasureWords.name(course.measured()),
                before,
                latest,
                Math.abs(course.sinceBefore()),
                latest == before ? LatestDiffers.SAME : latest < before ? LatestDiffers.LOWER : LatestDiffers.HIGHER);
    }

    private static Message against(Measured measured, Course course) {
        OptionalDouble threshold = measured.setting().threshold();
        if (threshold.isEmpty()) {
            return NO_SETTLED_FIGURE;
        }
        return Math.abs(course.sinceBefore()) >= threshold.getAsDouble()
                ? new AsMuchAsAsked(threshold.getAsDouble())
                : new LessThanAsked(threshold.getAsDouble());
    }

    private static Message been(Course course) {
        DoubleSummaryStatistics values =
                course.entries().stream().mapToDouble(Course.Entry::value).summaryStatistics();
        return values.getMin() == values.getMax()
                ? new Steady(values.getMin())
                : new Between(values.getMin(), values.getMax(), values.getAverage());
    }
}
