package org.stillpoint.words;

/** When a client comes. */
public enum AppointmentWords implements Label {
    TITLE,
    NONE,
    BOOK,
    SAVE,
    MOVE,
    CANCEL,
    CANCELLED,
    DAY,
    TIME,
    MINUTES,
    PAST,
    DAY_NEEDED,
    TIME_NEEDED,
    CHANGED_MEANWHILE;

    public record BookedAt(String day, String from, String to) implements Message {}

    public record Overlaps(String names) implements Message {}

    /** Said to whoever does not see it. */
    public record MoveOf(String day) implements Message {}

    public record CancelOf(String day) implements Message {}

    public record ZoneOf(String zone) implements Message {}
}
