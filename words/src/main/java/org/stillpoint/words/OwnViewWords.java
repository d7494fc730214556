package org.stillpoint.words;

/** What a client reads of themselves, by a link of their own. */
public enum OwnViewWords implements Label {
    TITLE,
    NOT_WHY,
    WHERE_IT_HURT,
    NO_MAP,
    NO_PAIN_THEN,
    COMING,
    AGREED,
    WITHDRAW_NOW,
    GIVEN,
    NOTHING_GIVEN,
    COPY,
    COPY_MEANS,
    TAKE_COPY,
    ASK,
    CORRECTION,
    CORRECTION_HINT,
    WHAT_IS_WRONG,
    ASK_CORRECTION,
    ERASURE,
    ERASURE_HINT,
    ERASURE_WORDS,
    ASK_ERASURE,
    ASKED,
    SENT,
    BACK,
    APPOINTMENT,
    WHERE,
    SAVE_TO_CALENDAR,
    CANNOT_COME,
    CANNOT_COME_HINT,
    TELL_PRACTICE;

    /** @param shown how many of all the maps of the pain are shown */
    public record MapsShown(int shown, int all) implements Message {}

    /** Until when the page opens. */
    public record OnlyHere(Message until) implements Message {}

    /** They said that they cannot come, and nobody has answered yet. */
    public record SaidCannot(Message at) implements Message {}

    /** @param answered when */
    public record AnsweredOn(Message answered, String done) implements Message {}
}
