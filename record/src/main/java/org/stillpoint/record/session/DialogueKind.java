package org.stillpoint.record.session;

import org.stillpoint.record.account.SessionHabits;

/**
 * What the therapist did in the talk that comes with the work. Processing is psychotherapy, for whoever is licensed for it; the others are
 * open to everybody. A constant's name is kept in the record: it is never changed.
 */
public enum DialogueKind {
    LISTENED(false),
    REFLECTED(false),
    GROUNDED(false),
    REFERRED(false),
    PROCESSED(true);

    private final boolean psychotherapy;

    DialogueKind(boolean psychotherapy) {
        this.psychotherapy = psychotherapy;
    }

    /** Whether whoever holds sessions so may mark it. */
    public boolean isOpenTo(SessionHabits habits) {
        return !psychotherapy || habits.isLicensed();
    }
}
