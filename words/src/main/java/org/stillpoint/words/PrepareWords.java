package org.stillpoint.words;

/** What is known before a client comes in. */
public enum PrepareWords implements Label {
    TITLE,
    FIRST,
    NO_APPOINTMENT,
    SINCE,
    NOTHING_SAID,
    STILL_MISSING,
    ALL_QUESTIONS,
    TRACE_WAITS,
    SEE_TRACE,
    HYPOTHESIS,
    FORECAST;

    /** How often the client came so far. */
    public record Before(int sessions, String last) implements Message {}

    /** What the latest check-in says. */
    public record Latest(String day, Message said) implements Message {}

    /** The safety check that a session can start on. */
    public record Checked(String time) implements Message {}

    /** The same, where something was found that is asked first. */
    public record CheckedAndAnswered(String time) implements Message {}
}
