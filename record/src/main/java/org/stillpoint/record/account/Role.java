package org.stillpoint.record.account;

/** What an account may do in the practice. */
public enum Role {
    /** Runs the practice; there is exactly one. */
    OWNER,
    PRACTITIONER
}
