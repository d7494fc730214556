package org.stillpoint.record.link;

/** The one thing that a client does with a link. A constant's name is kept. */
public enum LinkPurpose {
    /** They say how it is. */
    CHECK_IN,
    /** They take everything that is kept of them. */
    OWN_COPY,
    /** They read what they agree to, and sign it or take it back. */
    CONSENT,
    /** They answer the intake, and come back to it until they hand it in. */
    INTAKE,
    /** They answer questionnaires, and come back to them until all are handed in. */
    QUESTIONNAIRE,
    /** They look at their own page, take their copy, withdraw their consent, and ask for a correction or for erasure. */
    OWN_VIEW,
    /** They see when they come next, and say that they cannot. */
    APPOINTMENT
}
