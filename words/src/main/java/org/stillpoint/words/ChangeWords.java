package org.stillpoint.words;

import org.stillpoint.practice.outcome.Change;

/** A change in a word, and the title of those who changed so. */
public enum ChangeWords implements Label {
    BETTER,
    WORSE,
    TOO_SMALL,
    UNCLEAR,
    NONE_TO_TELL,
    OWN_VIEW,
    GOT_BETTER,
    GOT_WORSE,
    CHANGED_TOO_LITTLE;

    public static Message name(Change change) {
        return valueOf(change.name());
    }

    public static Message title(Change change) {
        return switch (change) {
            case WORSE -> GOT_WORSE;
            case BETTER -> GOT_BETTER;
            case TOO_SMALL -> CHANGED_TOO_LITTLE;
            case UNCLEAR -> UNCLEAR;
            case NONE_TO_TELL, OWN_VIEW -> NONE_TO_TELL;
        };
    }
}
