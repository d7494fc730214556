package org.stillpoint.evidence.diary;

/** What may be said of one diary. */
public enum Verdict {
    /** Both fits agree on a change that is beyond measurement error and matters. */
    CHANGED("changed"),
    /** Both fits agree on a change, but it is within measurement error or smaller than what matters. */
    TOO_SMALL("too small to matter"),
    /** No change can be told, and a large one would have shown. */
    UNCLEAR("no clear change"),
    /** No change can be told, and even a large one might not have shown yet. */
    TOO_EARLY("too early to tell");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
