package org.stillpoint.words;

import org.stillpoint.record.history.EventDate;
import org.stillpoint.record.history.EventKind;
import org.stillpoint.record.history.Provenance;

/** Telling an event, and an event that is locked. */
public enum EventWords implements Label {
    TELL,
    AS_TOLD,
    AN_EVENT,
    ONLY_TOLD,
    NEEDED,
    NOT_KNOWN,
    SAVED,
    AND_ANOTHER,
    AND_PAIN,
    WHAT,
    WHERE,
    WHERE_HINT,
    YEARS_AGO,
    YEARS_AGO_HINT,
    OR_DATE,
    HOW,
    HOW_HINT,
    FORCE,
    POSTURE,
    POSTURE_HINT,
    FORCE_HINT,
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
    BODY_TO_PICK,
    LOCKED,
    CORROBORATED,
    DATE_FORMS,
    ADD,
    TOLD_BEFORE,
    SURFACED,
    NO_PLACE,
    NOT_TOLD,
    CHOOSE_WHAT,
    OTHER_KIND,
    CHOOSE_KNOWN,
    SAY_WHEN,
    LIES_AHEAD,
    WRITE_DATE,
    NOT_ON_THE_MAP,
    WHEN,
    WAS_LOCKED,
    WAS_CHANGED;

    public record KnownAs(Provenance how) implements Message {}

    public record StaysAsRecorded(Provenance how) implements Message {}

    public record OfTen(String score) implements Message {}

    public record WhenAndHow(String when, Message how) implements Message {}

    public record KindAndWhen(EventKind kind, EventDate when) implements Message {}

    public record WhenAndAgo(EventDate when, Message ago) implements Message {}

    public record WhereAndKnown(Message where, Provenance how) implements Message {}

    public record NowhereAndKnown(Provenance how) implements Message {}
}
