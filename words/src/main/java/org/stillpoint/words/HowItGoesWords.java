package org.stillpoint.words;

/** How it goes for one client. */
public enum HowItGoesWords implements Label {
    SAVED,
    SAVE_AS_PDF,
    QUESTIONNAIRES,
    ON_THE_CHART,
    EXPECTED,
    SESSION,
    RELEASE,
    TOLD_EVENT,
    TOLD_EVENT_SPAN,
    THE_BAND,
    BAND,
    EVERYTHING,
    CANNOT_BE_KNOWN,
    WORSE,
    NOTHING_WORSE,
    FORECASTS,
    NO_FORECAST,
    SEALED,
    ABOUT,
    FORECAST,
    OWN_GUESS,
    CAME,
    SEAL,
    BY_LOT,
    NO_LOT,
    DRAW,
    NUMBERS,
    NUMBERS_TABLE,
    DAY,
    WHAT_IS_WORSE,
    BEFORE_FIRST,
    WITHOUT_SESSIONS;

    public record EachOf(String measure, String noun) implements Message {}

    public record RestsOn(String measure) implements Message {}

    public record SourceOf(String source) implements Message {}

    public record Drawn(String plan, String test) implements Message {}
}
