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
    END_ONE,
    ENDED,
    ENDED_ONE,
    CHANGE_NAME,
    RENAMED,
    NAME_MEANS;

    public record HereSince(Message device, Message began) implements Message {}

    public record OpenSince(Message device, Message began, Message lastUsed) implements Message {}

    /** In hours and in minutes. */
    public record SignInLasts(long absolute, long idle) implements Message {}
}
