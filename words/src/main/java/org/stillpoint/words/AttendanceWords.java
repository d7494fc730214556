package org.stillpoint.words;

/** A paper that says when a client came. */
public enum AttendanceWords implements Label {
    TITLE,
    SAYS_NO_MORE,
    SIGNATURE;

    public record WasHere(String client) implements Message {}

    public record NothingNoted(String client) implements Message {}
}
