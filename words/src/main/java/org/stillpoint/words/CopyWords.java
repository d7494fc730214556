package org.stillpoint.words;

import org.stillpoint.record.Score0To10;

/** A client's complete copy. */
public enum CopyWords implements Label {
    TITLE,
    LINK,
    LINK_JSON,
    WITH_NOTES,
    HINT,
    WHO,
    ABOUT_WHAT,
    TOLD,
    EVENTS,
    BODY_MAPS,
    SAFETY_CHECKS,
    SESSIONS,
    CHECK_INS,
    UNTIL,
    CANCELLED,
    AGREED,
    READ,
    SESSION_NOTES,
    NOTE_PART,
    OWN_NOTES,
    OWN_NOTE,
    BY,
    HANDS,
    SCORES,
    FORECASTS,
    CORRECTED,
    HOLDS,
    LOOKED_AT,
    NOTHING,
    DAY,
    ADDED,
    PAIN,
    FOUND,
    NOTE,
    MUSCLE,
    RESTRICTION,
    TENDERNESS,
    TENSION,
    LIMITED,
    INSTRUMENT,
    SCORE,
    CAME,
    BEFORE,
    AFTER,
    REASON,
    LIFTED;

    public record CopyOf(String name) implements Message {}

    public record MadeOn(String day, boolean notes) implements Message {}

    public record InRegion(String region, Score0To10 score) implements Message {}
}
