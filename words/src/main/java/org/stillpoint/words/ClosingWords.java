package org.stillpoint.words;

import org.stillpoint.practice.session.SessionFacts.FeltCourse;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.examination.Grade;

/** The page of a session that has ended: what the client said, what was found and done, and what comes next. */
public enum ClosingWords implements Label {
    MINUTE_BY_MINUTE,
    MAKE_LINK,
    ALL_MARKS,
    SITES_LANE,
    SIGNS_LANE,
    MEMORY_LANE,
    RELEASED_LANE,
    DISTRESS_LANE,
    HANDS_CAME,
    MINUTES,
    GRADE_NONE,
    GRADE_SLIGHT,
    GRADE_CLEAR,
    GRADE_STRONG;

    /** @param technique how they worked there */
    public record HandsCameBy(String technique) implements Message {}

    /** What the hand felt there. */
    public record FeltOn(Message grade, String day) implements Message {}

    record DistressOnce(Score0To10 score) implements Message {}

    record DistressFromTo(Score0To10 from, Score0To10 to) implements Message {}

    record AwarenessOnce(Score0To10 score) implements Message {}

    record AwarenessFromTo(Score0To10 from, Score0To10 to) implements Message {}

    public record CheckInDue(String from, String until) implements Message {}

    public record CheckInAwaited(String until) implements Message {}

    public record CheckInGiven(String day, Message said) implements Message {}

    /** @param said in the client's words */
    public record AskedAndSaid(String day, Message how, String said) implements Message {}

    public record NextAppointment(Message when) implements Message {}

    public static Message distress(FeltCourse course) {
        return course.from().equals(course.to())
                ? new DistressOnce(course.from())
                : new DistressFromTo(course.from(), course.to());
    }

    public static Message awareness(FeltCourse course) {
        return course.from().equals(course.to())
                ? new AwarenessOnce(course.from())
                : new AwarenessFromTo(course.from(), course.to());
    }

    public static Message restriction(Grade grade) {
        return switch (grade.value()) {
            case 0 -> GRADE_NONE;
            case 1 -> GRADE_SLIGHT;
            case 2 -> GRADE_CLEAR;
            default -> GRADE_STRONG;
        };
    }
}
