package org.stillpoint.record.care;

/** What ties a therapist to a client. A constant's name is kept. */
public enum Bond {
    /** The client's own therapist, of whom there is at most one. */
    TREATS,
    /** Let in by the client's therapist or the owner, until that is taken back. */
    SHARED,
    /** Let in by nobody but a reason, for some hours. */
    EMERGENCY
}
