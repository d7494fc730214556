package org.stillpoint.web.outcome;

import org.stillpoint.practice.outcome.Change;

/** A change with its name and its look. */
public record NamedChange(Change change) {

    public String words() {
        return switch (change) {
            case BETTER -> "Better";
            case WORSE -> "Worse";
            case TOO_SMALL -> "Too small to matter";
            case UNCLEAR -> "No clear change";
            case NONE_TO_TELL -> "Too early to tell";
            case OWN_VIEW -> "The client's own view";
        };
    }

    /** The name of its look in the style sheet. */
    public String look() {
        return switch (change) {
            case BETTER -> "better";
            case WORSE -> "worse";
            case TOO_SMALL -> "small";
            case UNCLEAR -> "unclear";
            case NONE_TO_TELL, OWN_VIEW -> "early";
        };
    }
}
