package org.stillpoint.words;

/** The page of the day. */
public enum TodayWords implements Label {
    TITLE,
    SEARCH,
    SAID_WORSE,
    GO_ON,
    TO_SEAL,
    ADD;

    public record ForecastFor(String name) implements Message {}
}
