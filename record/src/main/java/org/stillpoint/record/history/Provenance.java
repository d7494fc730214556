package org.stillpoint.record.history;

/** How an event came to be known. Events come from the client alone. */
public enum Provenance {
    TOLD_BEFORE_SESSION,
    SURFACED_IN_SESSION,
    LATER_CORROBORATED
}
