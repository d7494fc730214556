package org.stillpoint.words;

/** A letter to another clinician: the page that makes it, and its words. */
public enum ClinicianLetterWords implements Label {
    TITLE,
    HINT,
    TO,
    OTHER,
    OTHER_HINT,
    FROM,
    FROM_HINT,
    QUESTION,
    QUESTION_HINT,
    AGREED,
    NOT_AGREED,
    TO_NEEDED,
    FROM_NEEDED,
    MAKE,
    WHAT_WAS_DONE,
    OF_WHAT_KIND,
    NO_SESSION,
    WHAT_CHANGED,
    WHAT_WAS_WORSE,
    NOTHING_WORSE,
    RED_FLAGS,
    NO_RED_FLAG,
    NOT_WRITTEN,
    OUR_QUESTION,
    HYPOTHESIS;

    /** Between which days sessions were held. */
    public record Held(int sessions, String first, String last) implements Message {}

    /** Where hands were, in words. */
    public record Sites(String places) implements Message {}

    /** Red flags that were told on a day. */
    public record Flag(String day, String flags) implements Message {}

    public record AgreedOn(String day) implements Message {}

    public record Born(String year) implements Message {}
}
