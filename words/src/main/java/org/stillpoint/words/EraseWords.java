package org.stillpoint.words;

/** Erasing a client for ever, and what was done to see to it. */
public enum EraseWords implements Label {
    TITLE,
    WHAT_GOES,
    WHAT_STAYS,
    TYPE_THE_NAME,
    FOR_EVER,
    ERASE,
    NOT_THE_NAME,
    SAY_SO,
    LINK,
    ERASED,
    STILL_IN_USE,
    LOOKED_FOR;

    public record Destroyed(Message at, int rows) implements Message {}

    public record DrivenOut(Message at) implements Message {}

    public record Scanned(String file, long bytes) implements Message {}
}
