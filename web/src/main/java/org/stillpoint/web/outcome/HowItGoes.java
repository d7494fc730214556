package org.stillpoint.web.outcome;

import java.util.List;
import java.util.Optional;
import org.stillpoint.evidence.diary.DiaryReport;
import org.stillpoint.evidence.diary.Verdict;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.session.Session;
import org.stillpoint.web.view.Words;

/**
 * What one measure of one client can honestly be made to say.
 *
 * @param change the same in a word
 * @param sentence the plain sentence
 * @param rest what belongs to it: thresholds, false alarms, what it cannot show; may be empty
 * @param report everything the sentence rests on; empty where nothing could be compared
 */
public record HowItGoes(Change change, String sentence, List<String> rest, Optional<DiaryReport> report) {

    /** Entries on either side of the first session; the shortest phase accepted for single cases (WWC standards, 2022). */
    static final int LEAST_ENTRIES = 5;

    /** Pain, from check-ins and sessions, both the earliest first. */
    public static HowItGoes ofPain(List<CheckIn> checkIns, List<? extends Session> sessions) {
        return of(Course.of(Asked.PAIN, checkIns, sessions));
    }

    static HowItGoes of(Course course) {
        return course.measured() instanceof Questionnaire questionnaire
                ? ScoreWords.of(questionnaire, course)
                : ofDiary(course);
    }

    /** As its diary alone says it. */
    static HowItGoes ofDiary(Course course) {
        String name = course.measured().words();
        String noun = course.measured().noun();
        if (course.isEmpty()) {
            return new HowItGoes(
                    Change.NONE_TO_TELL,
                    "No " + noun + " yet says anything about "
                            + course.measured().within() + ".",
                    List.of(),
                    Optional.empty());
        }
        Optional<DiaryReport> report = course.report();
        if (report.isEmpty()) {
            return new HowItGoes(
                    Change.NONE_TO_TELL,
                    "%s, and no session yet: %s has been %s."
                            .formatted(
                                    Words.count(course.entries().size(), noun),
                                    course.measured().within(),
                                    range(course)),
                    List.of("These are the days that a later change will be measured against."),
                    Optional.empty());
        }
        if (course.before().isEmpty()) {
            return new HowItGoes(
                    Change.NONE_TO_TELL,
                    "%s has been %s, but a change cannot be told: there is no %s from before the first session."
                            .formatted(name, range(course), noun),
                    List.of(),
                    Optional.empty());
        }
        List<String> words = report.get().words();
        return new HowItGoes(change(report.get()), words.getFirst(), words.subList(1, words.size()), report);
    }

    /** Whether something may be called changed, and in which direction. "Better" must matter; "worse" is said however small. */
    private static Change change(DiaryReport said) {
        return switch (said.verdict()) {
            case CHANGED -> said.better().orElse(false) ? Change.BETTER : Change.WORSE;
            case TOO_SMALL -> said.better().orElse(false) ? Change.TOO_SMALL : Change.WORSE;
            case UNCLEAR -> Change.UNCLEAR;
            case TOO_EARLY -> Change.NONE_TO_TELL;
        };
    }

    boolean is(Verdict verdict) {
        return report.isPresent() && report.get().verdict() == verdict;
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
