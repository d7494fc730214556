package org.stillpoint.record.client;

/** Whether a client works with a psychotherapist as well. */
public enum Psychotherapy {
    YES,
    NO,
    /** They do, and whoever treats them here is not to speak with that person. */
    NO_CONTACT_WANTED
}
