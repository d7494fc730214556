package org.stillpoint.words;

import java.util.ArrayList;
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
     * @param rest what belongs to it: thresholds, false alarms, what it cannot show; may be empty
     */
    public record Said(Message sentence, List<Message> rest) {}

    public static Said of(HowItGoes goes) {
        Measured measured = goes.course().measured();
        boolean asked = measured instanceof Asked;
        return switch (goes) {
            case HowItGoes.NoEntry none -> new Said(new NoEntry(asked, MeasureWords.within(measured)), List.of());
            case HowItGoes.NoSession none ->
                new Said(
                        new NoSession(
                                none.course().entries().size(),
                                asked,
                                MeasureWords.within(measured),
                                been(none.course())),
                        List.of(DAYS_TO_MEASURE_AGAINST));
            case HowItGoes.NothingBefore none ->
                new Said(new NothingBefore(MeasureWords.name(measured), been(none.course()), asked), List.of());
            case HowItGoes.JudgedCourse judged -> judged(judged);
            case HowItGoes.FewScores few -> {
                Said diary = judged(few.diary());
                List<Message> rest = new ArrayList<>(
                        List.of(against(few.questionnaire(), few.course()), TOO_FEW_SCORES, diary.sentence()));
                rest.addAll(diary.rest());
                yield new Said(beside(few.course()), rest);
            }
            case HowItGoes.OwnView view ->
                new Said(
                        new LatestOf(
                                view.questionnaire().name(),
                                view.latest(),
                                view.questionnaire().high()),
                        List.of(WHAT_OWN_VIEW_MEANS));
        };
    }

    /** What is said of something that is worse; empty where nothing may be called so. */
    public static Optional<Message> worse(HowItGoes goes) {
        if (!goes.worse()) {
            return Optional.empty();
        }
        Message sentence = of(goes).sentence();
        if (goes instanceof HowItGoes.OwnView) {
            return Optional.of(new LatestMeansWorse(sentence, Questionnaire.NO_CHANGE));
        }
        return Optional.of(
                goes.change() == Change.WORSE
                        ? sentence
                        : new Both(beside(goes.course()), against(goes.course().measured(), goes.course())));
    }

    /** The sentence for a list of all measures: it also says where nobody knows how much of a change matters. */
    public static Message inAList(HowItGoes goes) {
        Message sentence = of(goes).sentence();
        boolean changed = goes.change() == Change.BETTER || goes.change() == Change.WORSE;
        return changed && goes.course().measured().setting().threshold().isEmpty()
                ? new Both(sentence, UNSETTLED)
                : sentence;
    }

    private static Said judged(HowItGoes.JudgedCourse judged) {
        List<Message> said = DiaryWords.of(judged.judged());
        return new Said(said.getFirst(), said.subList(1, said.size()));
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
