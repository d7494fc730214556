package org.stillpoint.words;

/** What a practice asks before a session, as it chooses it. */
public enum SafetyListWords implements Label {
    TITLE,
    HINT,
    ALWAYS_ASKED,
    WINDOW,
    WINDOW_HINT,
    WEEKS,
    DAYS,
    ADD,
    ADD_HINT,
    WORDS,
    WORDS_NEEDED,
    LEVEL,
    SOURCE,
    SOURCE_HINT,
    OWN_SOURCE;

    public record WindowOf(String condition) implements Message {}

    public record UnitOf(String condition) implements Message {}

    public record WindowBetween(int most) implements Message {}

    public record SourceOf(String source) implements Message {}

    public record WindowSource(String source) implements Message {}
}
