package org.stillpoint.words;

/** Mending slips, and what was mended. */
public enum SlipWords implements Label {
    TITLE,
    LINK,
    WHAT_IT_IS,
    WHO_IT_IS,
    EVENTS,
    CHECKS,
    DIARY,
    SESSIONS,
    LOCKED,
    MARKS_IN_SESSION,
    NOTHING_FOUND,
    CORRECT,
    HISTORY,
    NOTHING_YET,
    STRUCK_OUT,
    WAS,
    IS_NOW,
    WITHOUT_AN_ACCOUNT,
    NOBODY_KNOWN,
    STRIKE_TITLE,
    STRIKE_HINT,
    WHY_STRIKE,
    STRIKE,
    WHY,
    SAY_WHY,
    DICTATE,
    DICTATE_HINT,
    DICTATE_SAVE,
    NOTHING_DICTATED,
    NAME_TITLE,
    CHECK_TITLE,
    CHECK_HINT,
    CHECK_IS_USED,
    MARK_TITLE,
    MARK_HINT,
    ONLY_STRIKE,
    EXTENT,
    AT,
    SAME_NAME,
    SAME_NAME_HINT,
    LAST_SEEN,
    TYPED_NOW,
    NO_YEAR,
    NEW_HERE,
    ADD_ALL_THE_SAME;

    public record CorrectOf(String what) implements Message {}

    public record Found(int conditions) implements Message {}

    public record By(String day, String time, Message who) implements Message {}

    public record Reason(String words) implements Message {}

    public record MendedSince(String day) implements Message {}

    public record OfDay(String day) implements Message {}
}
