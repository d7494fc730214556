package org.stillpoint.evidence.diary;

/** What the rule finds in one diary, whichever way it went. */
public enum Verdict {
    /** Both fits agree on a change that is beyond measurement error and matters. */
    CHANGED,
    /** Both fits agree on a change, but it is within measurement error or smaller than what matters. */
    TOO_SMALL,
    /** No change can be told, and a large one would have shown. */
    UNCLEAR,
    /** No change can be told, and even a large one might not have shown yet. */
    TOO_EARLY
}
