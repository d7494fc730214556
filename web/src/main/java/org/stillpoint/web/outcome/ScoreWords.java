package org.stillpoint.web.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.stillpoint.evidence.diary.Setting;
import org.stillpoint.web.view.Words;

/**
 * What the scores of a questionnaire say. There are seldom enough of them to tell a change from ordinary ups and downs; then
 * the last before the first session is set beside the latest, and nothing is called changed.
 */
final class ScoreWords {

    private ScoreWords() {}

    static HowItGoes of(Questionnaire questionnaire, Course course) {
        if (questionnaire.isOwnView() && !course.isEmpty()) {
            return ownView(questionnaire, course);
        }
        HowItGoes said = HowItGoes.ofDiary(course);
        if (said.change() != Change.NONE_TO_TELL
                || course.before().isEmpty()
                || course.after().isEmpty()) {
            return said;
        }
        List<String> rest = new ArrayList<>();
        rest.add(against(questionnaire.setting(), course));
        rest.add("With so few scores this cannot be told from ordinary ups and downs.");
        rest.add(said.sentence());
        rest.addAll(said.rest());
        return new HowItGoes(Change.NONE_TO_TELL, beside(questionnaire, course), rest, said.report());
    }

    /** Said where the latest score is worse than the last before the first session by more than measurement error. */
    static Optional<String> worse(Questionnaire questionnaire, Course course) {
        if (questionnaire.isOwnView()) {
            return course.isEmpty() || latest(course).value() >= Questionnaire.NO_CHANGE
                    ? Optional.empty()
                    : Optional.of(ownView(questionnaire, course).sentence() + " Less than "
                            + Words.number(Questionnaire.NO_CHANGE) + " means worse.");
        }
        OptionalDouble error = questionnaire.measure().reliableChange();
        if (course.before().isEmpty() || course.after().isEmpty() || error.isEmpty()) {
            return Optional.empty();
        }
        double better = change(course) * questionnaire.better().sign();
        return better > -error.getAsDouble()
                ? Optional.empty()
                : Optional.of(beside(questionnaire, course) + " " + against(questionnaire.setting(), course));
    }

    private static HowItGoes ownView(Questionnaire questionnaire, Course course) {
        Course.Entry latest = latest(course);
        return new HowItGoes(
                Change.OWN_VIEW,
                "%s: %s of %s at the latest."
                        .formatted(
                                questionnaire.words(),
                                Words.number(latest.value()),
                                Words.number(questionnaire.measure().high())),
                List.of("6 and 7 mean much or very much improved, 4 means no change, less than 4 means worse."
                        + " It is the client's own view of the whole change, not a change between two scores."),
                Optional.empty());
    }

    private static String beside(Questionnaire questionnaire, Course course) {
        double change = change(course);
        String size = Words.number(Math.abs(change));
        return "%s was %s before the first session and is %s at the latest: %s."
                .formatted(
                        questionnaire.words(),
                        Words.number(course.before().getLast().value()),
                        Words.number(latest(course).value()),
                        change == 0
                                ? "the same"
                                : size
                                        + (size.equals("1") ? " point " : " points ")
                                        + (change < 0 ? "lower" : "higher"));
    }

    private static String against(Setting setting, Course course) {
        OptionalDouble threshold = setting.threshold();
        if (threshold.isEmpty()) {
            return "No settled figure says how large a change must be to be more than measurement error.";
        }
        return Math.abs(change(course)) >= threshold.getAsDouble()
                ? "That is as much as measurement error and the smallest change that matters ask for (%s)."
                        .formatted(Words.number(threshold.getAsDouble()))
                : "That is less than measurement error and the smallest change that matters ask for (%s)."
                        .formatted(Words.number(threshold.getAsDouble()));
    }

    /** Latest less the last before, in the instrument's own units. */
    private static double change(Course course) {
        return latest(course).value() - course.before().getLast().value();
    }

    private static Course.Entry latest(Course course) {
        return course.entries().getLast();
    }
}
