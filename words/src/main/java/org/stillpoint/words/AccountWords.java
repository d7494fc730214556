package org.stillpoint.words;

/** One's own account. */
public enum AccountWords implements Label {
    TITLE,
    SHORT,
    SIGNED_IN_AS,
    LANGUAGE,
    LANGUAGE_OF_PAGES,
    LANGUAGE_MEANS,
    LANGUAGE_OF_PRACTICE,
    LANGUAGE_CHANGED,
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
    NAME_MEANS,
    OTHER_DEVICE,
    OTHER_DEVICE_MEANS,
    CODES,
    CODES_NONE,
    CODES_SET_UP,
    CODES_END,
    CODES_ENDED,
    STEP_DEMANDED,
    CODES_SCAN,
    CODES_SECRET,
    CODES_CODE,
    CODES_ASK,
    NOT_OF_THIS_DEVICE,
    RECOVERY,
    RECOVERY_HINT,
    RECOVERY_RENEW,
    BACK_TO_ACCOUNT,
    PASSKEYS,
    PASSKEYS_NONE,
    PASSKEYS_ELSEWHERE,
    PASSKEYS_BY_NAME,
    PASSKEY_ADD,
    PASSKEY_NAME,
    PASSKEY_GO_ON,
    PASSKEY_NOW,
    PASSKEY_MAKE,
    PASSKEY_NOT_MADE,
    PASSKEY_ADDED,
    PASSKEY_REMOVE,
    PASSKEY_REMOVED,
    PASSKEY_ASK;

    public record CodesLeft(int codes) implements Message {}

    public record PasskeyAsked(int codes) implements Message {}

    public record PasskeyNameNeeded(int most) implements Message {}

    public record PasskeyMade(String place, Message made) implements Message {}

    public record PasskeyUsed(String place, Message made, Message used) implements Message {}

    public record HereSince(Message device, Message began) implements Message {}

    public record OpenSince(Message device, Message began, Message lastUsed) implements Message {}

    /** In hours and in minutes. */
    public record SignInLasts(long absolute, long idle) implements Message {}
}
