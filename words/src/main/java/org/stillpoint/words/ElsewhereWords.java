package org.stillpoint.words;

/** A calendar that a practitioner keeps elsewhere: read, and what it proposes. */
public enum ElsewhereWords implements Label {
    TITLE,
    LEAD,
    FILE,
    FILE_HINT,
    ADDRESS,
    ADDRESS_HINT,
    READ,
    NOTHING_READ,

    // Why it was not read
    NO_FILE,
    FILE_TOO_LARGE,
    NOT_HTTPS,
    NOT_PUBLIC,
    NOT_REACHED,
    TOO_SLOW,
    FETCHED_TOO_LARGE,
    READ_AGAIN,

    // What it proposes
    CHANGED_THERE,
    MOVE_HERE,
    CANCEL_HERE,
    PROPOSALS,
    PROPOSALS_HINT,
    NOTHING_PROPOSED,
    MORE_THAN_SHOWN,
    WITHOUT_NAME,
    BOOK_FOR_THEM;

    public record LastRead(Message at) implements Message {}

    public record BusyTimes(long count) implements Message {}

    public record Further(long count) implements Message {}

    public record MovedThere(String client, Message from, Message to) implements Message {}

    public record GoneThere(String client, Message at) implements Message {}
}
