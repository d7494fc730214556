package org.stillpoint.words;

import org.stillpoint.record.Refused;

/** What is said when a page cannot be had. */
public enum ErrorWords implements Label {
    UNREADABLE,
    UNREADABLE_HINT,
    SIGN_IN,
    SIGN_IN_HINT,
    NOT_DONE,
    NOT_DONE_HINT,
    NO_SUCH_PAGE,
    NO_SUCH_PAGE_HINT,
    NOT_HERE,
    NOT_HERE_HINT,
    CHANGED,
    CHANGED_HINT,
    TOO_MUCH,
    TOO_MUCH_HINT,
    TOO_MANY_TRIES,
    TOO_MANY_TRIES_HINT,
    NO_ANSWER,
    NO_ANSWER_HINT,
    DAMAGED,
    DAMAGED_HINT,
    OUR_SIDE,
    OUR_SIDE_HINT,
    NOT_POSSIBLE_NOW,
    WHERE_YOU_WERE;

    public record Refusal(Refused.Rule rule) implements Message {}
}
