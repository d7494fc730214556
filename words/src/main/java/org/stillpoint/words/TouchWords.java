package org.stillpoint.words;

/** Where touch is welcome. */
public enum TouchWords implements Label {
    TITLE,
    WHERE,
    PICK,
    BODY_TO_MARK,
    NOTHING_SAID,
    SAVE,
    SAVED,
    CHANGED,
    SEE,
    MARKED_NEVER,
    MARKED_ASK,
    ASKED_YES,
    ASKED_NOT_TODAY,
    ASK_FIRST,
    NEVER_UNLESS;

    /** @param places several, as one phrase */
    public record NeverAt(String places) implements Message {}

    public record AskAt(String places) implements Message {}

    /** @param sites how many the trace does not offer, for touch is never welcome there */
    public record LeftOut(int sites) implements Message {}
}
