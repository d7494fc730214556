package org.stillpoint.words;

import java.time.Instant;

/** Marking pain. */
public enum PainWords implements Label {
    TITLE,
    WHERE,
    UNDO,
    MARKED,
    SAVE,
    BODY_TO_MARK,
    MAP_SAVED,
    CHANGE_IT,
    TODAYS_MAP,
    NOTHING_MARKED,
    WAS_CHANGED;

    public record PickAPlace(Message since) implements Message {}

    public record StartsFrom(Instant map) implements Message {}
}
