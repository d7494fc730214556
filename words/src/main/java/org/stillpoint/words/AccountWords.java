package org.stillpoint.words;

/** One's own account. */
public enum AccountWords implements Label {
    TITLE,
    SIGNED_IN_AS,
    PASSWORD,
    CURRENT,
    NEW,
    CHANGE,
    CHANGED,
    NOT_CURRENT,
    SIGN_INS,
    ONLY_HERE,
    END_OTHERS,
    ENDED;

    public record HereSince(Message began) implements Message {}

    public record OpenSince(Message began, Message lastUsed) implements Message {}
}
