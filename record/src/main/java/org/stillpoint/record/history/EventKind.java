package org.stillpoint.record.history;

/** What struck. */
public enum EventKind {
    INJURY,
    PHYSICAL_TRAUMA,
    CAR_ACCIDENT,
    SURGERY,
    CHALLENGING_LIFE_EXPERIENCE
}
