package org.stillpoint.record.session;

/** Who spoke first of what came up in a session: a therapist who asks may suggest. */
public enum SpokeFirst {
    CLIENT,
    THERAPIST
}
