package org.stillpoint.record.history;

/** How an event came to be known. Events come from the client alone. */
public enum Provenance {
    TOLD_BEFORE_SESSION("told before the session"),
    SURFACED_IN_SESSION("surfaced in a session"),
    LATER_CORROBORATED("later corroborated");

    private final String words;

    Provenance(String words) {
        this.words = words;
    }

    /** As shown to people. */
    public String words() {
        return words;
    }
}
