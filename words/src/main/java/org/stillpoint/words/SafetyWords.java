package org.stillpoint.words;

/** The safety check. */
public enum SafetyWords implements Label {
    TITLE,
    STOPPING,
    TO_CLEAR,
    ASKED,
    REASON,
    REASON_HINT,
    START,
    NO_SESSION;

    public record AskAgain(String day, String last) implements Message {}
}
