package org.stillpoint.web.outcome;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.stillpoint.practice.outcome.Change;
import org.stillpoint.practice.outcome.Course;
import org.stillpoint.practice.outcome.HowItGoes;
import org.stillpoint.practice.outcome.Measured;
import org.stillpoint.practice.outcome.Questionnaire;
import org.stillpoint.web.view.Words;
import org.stillpoint.words.DiaryWords;
import org.stillpoint.words.Speaker;

/** How it goes, in words. */
public final class GoesWords {

    private static final Speaker SPEAKER = new Speaker(Locale.UK, ZoneOffset.UTC);

    private GoesWords() {}

    /**
     * What is said.
     *
     * @param sentence the plain sentence
     * @param rest what belongs to it: thresholds, false alarms, what it cannot show; may be empty
     */
    public record Said(String sentence, List<String> rest) {}

    public static Said of(HowItGoes goes) {
        NamedMeasure measure = new NamedMeasure(goes.course().measured());
        return switch (goes) {
            case HowItGoes.NoEntry none ->
                new Said("No " + measure.noun() + " yet says anything about " + measure.within() + ".", List.of());
            case HowItGoes.NoSession none ->
                new Said(
                        "%s, and no session yet: %s has been %s."
                                .formatted(
                                        Words.count(none.course().entries().size(), measure.noun()),
                                        measure.within(),
                                        range(none.course())),
                        List.of("These are the days that a later change will be measured against."));
            case HowItGoes.NothingBefore none ->
                new Said(
                        "%s has been %s, but a change cannot be told: there is no %s from before the first session."
                                .formatted(measure.words(), range(none.course()), measure.noun()),
                        List.of());
            case HowItGoes.Judged judged -> judged(judged);
            case HowItGoes.FewScores few -> {
                Said diary = judged(few.diary());
                List<String> rest = new ArrayList<>();
                rest.add(against(few.questionnaire(), few.course()));
                rest.add("With so few scores this cannot be told from ordinary ups and downs.");
                rest.add(diary.sentence());
                rest.addAll(diary.rest());
                yield new Said(beside(measure, few.course()), rest);
            }
            case HowItGoes.OwnView view ->
                new Said(
                        "%s: %s of %s at the latest."
                                .formatted(
                                        measure.words(),
                                        Words.number(view.latest()),
                                        Words.number(
                                                view.questionnaire().measure().high())),
                        List.of("6 and 7 mean much or very much improved, 4 means no change, less than 4 means worse."
                                + " It is the client's own view of the whole change, not a change between two"
                                + " scores."));
        };
    }

    /** What is said of something that is worse; empty where nothing may be called so. */
    static Optional<String> worse(HowItGoes goes) {
        if (!goes.worse()) {
            return Optional.empty();
        }
        String sentence = of(goes).sentence();
        if (goes instanceof HowItGoes.OwnView) {
            return Optional.of(sentence + " Less than " + Words.number(Questionnaire.NO_CHANGE) + " means worse.");
        }
        NamedMeasure measure = new NamedMeasure(goes.course().measured());
        return Optional.of(
                goes.change() == Change.WORSE
                        ? sentence
                        : beside(measure, goes.course()) + " " + against(measure.measured(), goes.course()));
    }

    private static Said judged(HowItGoes.Judged judged) {
        List<String> words =
                DiaryWords.of(judged.judged()).stream().map(SPEAKER::say).toList();
        return new Said(words.getFirst(), words.subList(1, words.size()));
    }

    private static String beside(NamedMeasure measure, Course course) {
        double before = course.before().getLast().value();
        double latest = course.latest().value();
        String size = Words.number(Math.abs(course.sinceBefore()));
        return "%s was %s before the first session and is %s at the latest: %s."
                .formatted(
                        measure.words(),
                        Words.number(before),
                        Words.number(latest),
                        latest == before
                                ? "the same"
                                : size
                                        + (size.equals("1") ? " point " : " points ")
                                        + (latest < before ? "lower" : "higher"));
    }

    private static String against(Measured measured, Course course) {
        OptionalDouble threshold = measured.setting().threshold();
        if (threshold.isEmpty()) {
            return "No settled figure says how large a change must be to be more than measurement error.";
        }
        return Math.abs(course.sinceBefore()) >= threshold.getAsDouble()
                ? "That is as much as measurement error and the smallest change that matters ask for (%s)."
                        .formatted(Words.number(threshold.getAsDouble()))
                : "That is less than measurement error and the smallest change that matters ask for (%s)."
                        .formatted(Words.number(threshold.getAsDouble()));
    }

    private static String range(Course course) {
        var values = course.entries().stream().mapToDouble(Course.Entry::value).summaryStatistics();
        return values.getMin() == values.getMax()
                ? Words.number(values.getMin())
                : "between %s and %s, %s on average"
                        .formatted(
                                Words.number(values.getMin()),
                                Words.number(values.getMax()),
                                Words.number(values.getAverage()));
    }
}
