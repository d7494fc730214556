package org.stillpoint.record.followup;

/** How a client was asked. A constant's name is kept in the record: it is never changed. */
public enum WayOfAsking {
    RANG_UP,
    WROTE,
    SAW
}
