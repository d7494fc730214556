package org.stillpoint.words;

/** The list of a client's sessions. */
public enum SessionListWords implements Label {
    TITLE,
    NONE,
    STOPPED,
    NOTHING_LET_GO,
    NO_PLACE,
    NOTE_SIGNED,
    NOTE_DRAFTED,
    NOTE_MISSING,
    NEWER,
    OLDER;

    public record Held(int sessions) implements Message {}

    public record GoesOnSince(String time) implements Message {}

    /** A place, and how much let go there. */
    public record PlaceReleased(Message place, Message released) implements Message {}
}
