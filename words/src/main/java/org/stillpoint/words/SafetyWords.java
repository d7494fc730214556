package org.stillpoint.words;

import java.time.Instant;

/** The safety check. */
public enum SafetyWords implements Label {
    TITLE,
    STOPPING,
    TO_CLEAR,
    ASKED,
    REASON,
    REASON_HINT,
    START,
    NO_SESSION,
    FIRST,
    TICK,
    NOT_BOTH,
    REASON_NEEDED,
    SENT_BEFORE;

    public record AskAgain(String day, Message last) implements Message {}

    public record Last(Instant at) implements Message {}
}
