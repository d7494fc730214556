package org.stillpoint.web.outcome;

/** What may be said of one measure of one client, in one word. */
public enum Change {
    BETTER("Better", "better"),
    WORSE("Worse", "worse"),
    TOO_SMALL("Too small to matter", "small"),
    UNCLEAR("No clear change", "unclear"),
    NONE_TO_TELL("Too early to tell", "early"),
    OWN_VIEW("The client's own view", "early");

    private final String words;
    private final String look;

    Change(String words, String look) {
        this.words = words;
        this.look = look;
    }

    public String words() {
        return words;
    }

    /** The name of its look in the style sheet. */
    public String look() {
        return look;
    }
}
