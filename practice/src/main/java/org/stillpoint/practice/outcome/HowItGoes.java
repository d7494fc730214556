package org.stillpoint.practice.outcome;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stillpoint.evidence.diary.DiaryReport;
import org.stillpoint.evidence.diary.Turn;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.questionnaire.QuestionnaireScore;
import org.stillpoint.record.session.Session;

/** What one measure of one client can honestly be made to say. */
public sealed interface HowItGoes {

    /** What it rests on. */
    Course course();

    /** The same in a word. */
    default Change change() {
        return Change.NONE_TO_TELL;
    }

    /** Everything it rests on; empty where nothing could be compared. */
    default Optional<DiaryReport> report() {
        return Optional.empty();
    }

    /** Nothing was ever answered. */
    record NoEntry(Course course) implements HowItGoes {}

    /** There are entries, and no session yet. */
    record NoSession(Course course) implements HowItGoes {}

    /** There is no entry from before the first session. */
    record NothingBefore(Course course) implements HowItGoes {}

    /** A diary with both sides, judged; the verdict may be that it is too early. */
    record JudgedCourse(Course course, DiaryReport judged) implements HowItGoes {

        @Override
        public Change change() {
            return switch (Turn.of(judged)) {
                case BETTER -> Change.BETTER;
                case WORSE -> Change.WORSE;
                case TOO_SMALL -> Change.TOO_SMALL;
                case UNCLEAR -> Change.UNCLEAR;
                case TOO_EARLY -> Change.NONE_TO_TELL;
            };
        }

        @Override
        public Optional<DiaryReport> report() {
            return Optional.of(judged);
        }
    }

    /**
     * Scores on both sides, too few to tell a change from ordinary ups and downs: the last before the first session can be set
     * beside the latest, and nothing is called changed.
     */
    record FewScores(Questionnaire questionnaire, JudgedCourse diary) implements HowItGoes {
        @Override
        public Course course() {
            return diary.course();
        }

        @Override
        public Optional<DiaryReport> report() {
            return diary.report();
        }
    }

    /** The client's own view of the whole change, at the latest: no change between two scores. */
    record OwnView(Questionnaire questionnaire, Course course) implements HowItGoes {
        @Override
        public Change change() {
            return Change.OWN_VIEW;
        }

        public double latest() {
            return course.latest().value();
        }
    }

    /** Pain, from check-ins and sessions, both the earliest first. */
    static HowItGoes ofPain(List<CheckIn> checkIns, List<? extends Session> sessions) {
        return of(Course.of(Asked.PAIN, checkIns, sessions));
    }

    /** Every question of the check-in, pain first, then the questionnaires of which there is a score; each list the earliest first. */
    static List<HowItGoes> all(
            List<CheckIn> checkIns, List<QuestionnaireScore> scores, List<? extends Session> sessions, ZoneId zone) {
        return Stream.concat(
                        Arrays.stream(Asked.values()).map(asked -> Course.of(asked, checkIns, sessions)),
                        Questionnaire.among(scores).stream().map(one -> Course.of(one, scores, sessions, zone)))
                .parallel()
                .map(HowItGoes::of)
                .toList();
    }

    static HowItGoes of(Course course) {
        if (!(course.measured() instanceof Questionnaire questionnaire)) {
            return ofDiary(course);
        }
        if (questionnaire.isOwnView() && !course.isEmpty()) {
            return new OwnView(questionnaire, course);
        }
        HowItGoes said = ofDiary(course);
        return said instanceof JudgedCourse judged
                        && judged.change() == Change.NONE_TO_TELL
                        && !course.after().isEmpty()
                ? new FewScores(questionnaire, judged)
                : said;
    }

    /** As its diary alone says it. */
    private static HowItGoes ofDiary(Course course) {
        if (course.isEmpty()) {
            return new NoEntry(course);
        }
        Optional<DiaryReport> report = course.report();
        if (report.isEmpty()) {
            return new NoSession(course);
        }
        return course.before().isEmpty() ? new NothingBefore(course) : new JudgedCourse(course, report.get());
    }

    /**
     * Whether this may be called worse: what is judged to be, and scores that are worse than the last before the first session by
     * measurement error or more, or below "no change" in the client's own view.
     */
    default boolean worse() {
        if (change() == Change.WORSE) {
            return true;
        }
        if (!(course().measured() instanceof Questionnaire questionnaire) || course().isEmpty()) {
            return false;
        }
        if (questionnaire.isOwnView()) {
            return course().latest().value() < Questionnaire.NO_CHANGE;
        }
        var error = questionnaire.measure().reliableChange();
        if (course().before().isEmpty() || course().after().isEmpty() || error.isEmpty()) {
            return false;
        }
        return course().sinceBefore() * questionnaire.better().sign() <= -error.getAsDouble();
    }
}
