package org.stillpoint.words;

/** After a session: whom to ask how it went. */
public enum FollowUpWords implements Label {
    TITLE,
    DUE,
    ALL,
    NOBODY,
    MOST_SHOWN,
    NONE_TO_ASK,
    HOW,
    HOW_NEEDED,
    SAID,
    SAID_HINT,
    SAID_NEEDED,
    NOTE,
    SAVE,
    SO_FAR;

    public record DueUntil(String day) implements Message {}

    public record OverdueSince(String day) implements Message {}

    /** The session after which they are to be asked. */
    public record AfterSession(String day) implements Message {}

    /** The same, where they were asked or heard, or it is too early or too late. */
    public record NothingDue(String day) implements Message {}

    public record AskedOn(String day, Message how) implements Message {}

    public record NoteFor(String name) implements Message {}

    public record CheckInFor(String name) implements Message {}

    public record Ring(String name, String phone) implements Message {}
}
