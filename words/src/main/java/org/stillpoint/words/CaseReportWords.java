package org.stillpoint.words;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.stillpoint.practice.casereport.ReportWeek;
import org.stillpoint.record.client.AgeBand;
import org.stillpoint.record.safety.RedFlag;

/** A case report by the items of CARE (2013): the page that makes it, and its words. */
public enum CaseReportWords implements Label {
    TITLE,
    HINT,
    LEFT_OUT,
    NO_SESSION,
    NO_CONSENT,
    SAID_NO,
    SEE_CONSENT,
    DRAFTED,
    TYPED,
    KEY_WORDS,
    USUAL_KEY_WORDS,
    ABSTRACT,
    INTRODUCTION,
    PATIENT_INFORMATION,
    CLINICAL_FINDINGS,
    TIMELINE,
    DIAGNOSTIC_ASSESSMENT,
    INTERVENTION,
    FOLLOW_UP,
    DISCUSSION,
    PERSPECTIVE,
    INFORMED_CONSENT,
    REPORT_TITLE,
    REPORT_TITLE_HINT,
    AUTHOR,
    AUTHOR_HINT,
    KEY_WORDS_HINT,
    INTRODUCTION_HINT,
    SEX,
    SEX_HINT,
    CONCERN,
    CONCERN_HINT,
    WORSE_WORDS,
    WORSE_WORDS_HINT,
    DISCUSSION_HINT,
    PERSPECTIVE_HINT,
    AGREED,
    NOT_AGREED,
    TITLE_NEEDED,
    MAY_NAME,
    MAY_NAME_HINT,
    READ_ALL,
    NOT_READ,
    MAKE,
    NOT_REPORTED,
    BY_CHECKLIST,
    READ_AND_AGREED,
    RESEARCH_YES,
    RESEARCH_NOT_ASKED,
    AGE_UNKNOWN,
    NO_MAP,
    NOTHING_FELT,
    HANDS_DIFFER,
    NO_DIAGNOSIS,
    NOT_DRAFTED,
    SAID_WORSE,
    TURNED_WORSE,
    RED_FLAG,
    STOPPED,
    NOBODY_WORSE,
    ONE_PERSON,
    AT_THE_WORST;

    /** @param number of the checklist */
    public record CareItem(int number, Message name) implements Message {}

    public record Titled(String title) implements Message {}

    record AgeFromTo(int from, int to) implements Message {}

    record AgeFrom(int from) implements Message {}

    record Week(int number) implements Message {}

    record WeeksBefore(int weeks) implements Message {}

    /** What was in one week. */
    public record InWeek(Message week, List<Message> what) implements Message {}

    public record PainMarked(Message week, List<Message> places) implements Message {}

    public record SessionsWithin(int sessions, int weeks) implements Message {}

    public record SessionNumber(int number) implements Message {}

    public record CheckInsOf(int checkIns, double pain) implements Message {}

    /** One session, with how it was judged. */
    public record AtSession(int number, Message week, Duration length, List<Message> what) implements Message {}

    public record PainBefore(double pain) implements Message {}

    record RedFlags(List<Message> flags) implements Message {}

    public record AskedAgain(List<Message> measures) implements Message {}

    public record Worse(int checkIns) implements Message {}

    public record Stops(int sessions) implements Message {}

    /** @param words the client's own */
    public record SaidInWeek(Message week, String words) implements Message {}

    public record DoneAbout(String done) implements Message {}

    public record SexIs(String sex) implements Message {}

    public record ConcernIs(String concern) implements Message {}

    public record WrittenBy(String author) implements Message {}

    /** How old somebody was, in ten years. */
    public static Message age(Optional<AgeBand> age) {
        return age.<Message>map(
                        band -> band.isOpen() ? new AgeFrom(band.from()) : new AgeFromTo(band.from(), band.to()))
                .orElse(AGE_UNKNOWN);
    }

    /** A red flag; what a practice asks in words of its own is not repeated. */
    public static Message flagged(RedFlag flag) {
        List<Message> known = flag.found().stream()
                .filter(condition -> condition.words().isEmpty())
                .map(ConditionWords::bare)
                .toList();
        return known.isEmpty() ? RED_FLAG : new RedFlags(known);
    }

    /** When something was, without its date. */
    public static Message week(ReportWeek week) {
        return week.isBefore() ? new WeeksBefore(-week.number()) : new Week(week.number());
    }
}
