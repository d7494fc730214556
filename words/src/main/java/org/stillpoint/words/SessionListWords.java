package org.stillpoint.words;

import org.stillpoint.record.Score0To10;

/** The list of a client's sessions. */
public enum SessionListWords implements Label {
    TITLE,
    NONE,
    STOPPED,
    NOTHING_LET_GO,
    NO_PLACE,
    NEWER,
    OLDER;

    public record Held(int sessions) implements Message {}

    public record GoesOnSince(String time) implements Message {}

    /** A place, and how much let go there. */
    public record PlaceReleased(Message place, Message released) implements Message {}

    public record DistressOnce(Score0To10 score) implements Message {}

    public record DistressFromTo(Score0To10 from, Score0To10 to) implements Message {}
}
