package org.stillpoint.record.plan;

/** What a therapist chooses for a planned place. A constant's name is kept in the record: it is never changed. */
public enum PlanTurn {
    AS_PLANNED,
    NOT_TODAY,
    MOVED_UP
}
