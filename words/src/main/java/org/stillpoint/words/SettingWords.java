package org.stillpoint.words;

/** What a practice writes about itself and for its clients. */
public enum SettingWords implements Label {
    TITLE,
    SAVED,
    CHANGED,
    NAME,
    NAME_HINT,
    PLACE,
    PLACE_HINT,
    ZONE,
    ZONE_HINT,
    NO_ZONE,
    LANGUAGE,
    COUNTRY,
    COUNTRY_HINT,
    NO_COUNTRY,
    MORE,
    CONSENT_TEXT,
    CONSENT_TEXT_HINT,
    CONSENT_SOURCE,
    KEEP_ONE,
    READ_CONSENT_TEXT,
    WRITE_CONSENT_TEXT,
    GROUNDING,
    GROUNDING_HINT,
    GROUNDING_SOURCE,
    GROUNDING_LAST,
    TECHNIQUES,
    TECHNIQUES_LINES,
    TECHNIQUES_HINT,
    TECHNIQUES_SOURCE,
    TIMER,
    TIMER_FIRST,
    TIMER_SECOND,
    TIMER_HINT,
    TIMER_ORDER,
    TIMER_SOURCE,
    YOUR_WORDS,
    STEPS;

    public record VersionOf(int version) implements Message {}

    /** @param title of a block of the consent */
    public record BlockOf(Message title) implements Message {}

    /** @param most how many steps */
    public record TooManySteps(int most) implements Message {}

    /** @param most how many techniques */
    public record TooManyTechniques(int most) implements Message {}

    /** @param most how many minutes */
    public record WholeMinutes(int most) implements Message {}

    public record StepTooLong(int most) implements Message {}
}
