package org.stillpoint.words;

import java.time.Instant;

/** What stands around every page, and what many pages share. */
public enum CommonWords implements Label {
    SKIP,
    ROOMS,
    CLIENTS,
    PRACTICE,
    LIBRARY,
    CASES,
    FROM_THE_FIRST,
    NEXT_ONES,
    DARK,
    KEYS,
    SIGN_OUT,
    DEMO,
    KEY_SEARCH,
    KEY_GO_TODAY,
    KEY_GO_CLIENTS,
    KEY_GO_PRACTICE,
    KEY_GO_LIBRARY,
    KEY_ALONG,
    KEY_MAIN,
    KEY_MARK,
    KEY_BACK,
    KEY_THESE,
    SPACE_KEY,
    ESCAPE_KEY,
    CLOSE,
    MADE_UP,
    OPTIONAL,
    TO_TODAY,
    CHANGED_MEANWHILE,
    NOTHING_STORED,
    TYPED_AND_STORED,
    FIELD,
    WHAT_YOU_TYPED,
    STORED_NOW,
    OPEN_AGAIN,
    PRODUCT,
    THE_BODY,
    BACK_TO_TODAY,
    BACK_TO_PRACTICE,
    TO_THE_CLIENT,
    NONE,
    NO_VALUE,
    MORE,
    SAVE,
    NAME,
    REMOVE,
    FRONT,
    BACK_SIDE,
    CHECK_IN,
    HOW_IT_GOES,
    THE_NUMBERS,
    ALL_PLACES,
    SOURCE;

    public record PageTitle(Message page) implements Message {}

    public record Back(String to) implements Message {}

    public record ScoreEnd(int value, Message means) implements Message {}

    public record ProblemCount(int answers) implements Message {}

    public record ChangedSince(Message what) implements Message {}

    public record Verbatim(String text) implements Message {}

    public record DayAndTime(Instant day, String time) implements Message {}
}
