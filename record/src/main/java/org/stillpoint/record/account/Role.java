package org.stillpoint.record.account;

/** What an account may do in the practice. */
public enum Role {
    /** Runs the practice; there is exactly one. */
    OWNER,
    /** Treats clients: their own, and those who were shared. */
    THERAPIST,
    /** Knows who comes and when, and hands over the check-in; nothing of what was told, felt or done. */
    ASSISTANT,
    /** Sees the cases that were handed to them, without name, words and dates, and nothing else. */
    SUPERVISOR;

    /** How a role was called before, and is in what was written then. */
    private static final String THERAPIST_BEFORE = "PRACTITIONER";

    /** Whether clients may be theirs. */
    public boolean treats() {
        return this == OWNER || this == THERAPIST;
    }

    /** The role of this name, of today or before. */
    public static Role ofName(String name) {
        return name.equals(THERAPIST_BEFORE) ? THERAPIST : valueOf(name);
    }
}
