package org.stillpoint.words;

/** A case as a supervisor sees it. */
public enum CaseWords implements Label {
    TITLE,
    NONE,
    WHAT_YOU_SEE,
    BACK,
    COURSE,
    CHECK_INS,
    SESSIONS,
    MAPS,
    SCORES,
    DAY,
    AFTER,
    MOMENT,
    WHERE,
    INSTRUMENT,
    SCORE,
    AGE_UNKNOWN,
    CONSENT,
    NO_CONSENT,
    OLDEST,
    GOES_ON,
    NOTHING;

    public record Numbered(int number) implements Message {}

    public record Until(Message at) implements Message {}

    public record Aged(int from, int to) implements Message {}

    public record OnDay(long day) implements Message {}

    public record SessionOn(long day, String length) implements Message {}

    public record Counted(int sessions, int checkIns) implements Message {}
}
