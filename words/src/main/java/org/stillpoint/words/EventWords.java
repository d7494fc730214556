package org.stillpoint.words;

import org.stillpoint.record.history.Provenance;

/** Telling an event, and an event that is locked. */
public enum EventWords implements Label {
    TELL,
    AS_TOLD,
    AN_EVENT,
    ONLY_TOLD,
    WHAT,
    WHERE,
    WHERE_HINT,
    YEARS_AGO,
    YEARS_AGO_HINT,
    OR_DATE,
    HOW,
    HOW_HINT,
    CODED,
    CODED_HINT,
    NONE_OF_THESE,
    SEVERITY,
    NOT_AT_ALL,
    AS_HARD_AS_CAN_BE,
    FELT,
    FELT_HINT,
    INTENSITY,
    OVERWHELMING,
    KNOWN,
    LOCKED_AT_START,
    REMOVE,
    BODY_TO_PICK,
    LOCKED,
    CORROBORATED,
    DATE_FORMS,
    ADD,
    TOLD_BEFORE,
    SURFACED,
    NO_PLACE,
    NOT_TOLD;

    public record KnownAs(Provenance how) implements Message {}

    public record StaysAsRecorded(Provenance how) implements Message {}

    public record OfTen(String score) implements Message {}

    public record WhenAndHow(String when, Message how) implements Message {}
}
