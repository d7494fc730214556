package org.stillpoint.practice.outcome;

/** What may be said of one measure of one client, in one word. */
public enum Change {
    BETTER,
    WORSE,
    TOO_SMALL,
    UNCLEAR,
    NONE_TO_TELL,
    OWN_VIEW
}
