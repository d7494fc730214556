package org.stillpoint.record.ledger;

/** What an entry of the ledger is. */
public enum EntryKind {
    /** The practitioner's own guess, entered before any forecast is shown. */
    GUESS(true),
    /** A forecast, sealed before its first target entry. */
    CLAIM(true),
    /** A plan drawn by lot, sealed before it begins. */
    DRAW(true),
    /** What came of a claim. */
    RESOLUTION(false);

    private final boolean looksAhead;

    EntryKind(boolean looksAhead) {
        this.looksAhead = looksAhead;
    }

    /** Whether it speaks of what is yet to come, and must therefore be sealed before that begins. */
    public boolean looksAhead() {
        return looksAhead;
    }
}
