package org.stillpoint.record.intake;

/** Whose hand an answer is by. A constant's name is kept: it is never changed. */
public enum IntakeHand {
    /** Whoever treats the client wrote it down, or read what the client told and kept it. */
    THERAPIST,
    /** The client, on a device that was handed over. */
    CLIENT_HERE,
    /** The client, by a link of their own. */
    CLIENT_BY_LINK
}
