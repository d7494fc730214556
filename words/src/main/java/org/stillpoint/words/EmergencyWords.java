package org.stillpoint.words;

/** Opening a record in an emergency, and being told of it. */
public enum EmergencyWords implements Label {
    TITLE,
    WHOLE_NAME,
    FIND,
    NOBODY_CALLED_SO,
    REASON,
    OPEN,
    SEEN,
    TOLD,
    GONE;

    /** @param hours how long a record stays open */
    public record Means(int hours) implements Message {}

    public record ReasonNeeded(int most) implements Message {}

    /** Who opened whose record, since when and until when. */
    public record Opened(String by, String client, Message at, Message until) implements Message {}
}
