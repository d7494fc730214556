package org.stillpoint.words;

/** Signing in, and the first start. */
public enum DoorWords implements Label {
    SIGN_IN,
    PASSWORD,
    FIRST_START,
    WELCOME,
    OWNER,
    CODE,
    SIGN_IN_NAME,
    PASSWORD_HINT,
    AGAIN,
    MAKE,
    WRONG,
    SIGNED_OUT,
    MADE,
    TOO_MANY_TRIES,
    NOT_THE_CODE,
    OWNER_EXISTS,
    EASILY_GUESSED,
    TWO_DIFFER,
    RAN_OUT,
    GO_ON,
    GO_ON_HINT,
    OPEN_LONG,
    OPEN_LONG_HINT,
    SEND_NOW,
    NAME_TAKEN,
    LINK_OPENS_NOTHING,
    LOCK,
    LOCKED,
    LOCKED_HINT,
    UNLOCK,
    NOT_YOURS,
    CODE_HINT,
    CODE_OF_DEVICE,
    NOT_THAT_CODE,
    USE_PASSKEY,
    PASSKEY_ELSEWHERE,
    OR_PASSWORD,
    NOT_A_PASSKEY,
    NOT_YOUR_PASSKEY,
    HANDED_HINT,
    BACK_TO_HANDED,
    BACK_TO_PRACTICE;

    public record Demo(String name, String password) implements Message {}

    public record NameNeeded(int most) implements Message {}

    public record PasswordLength(int characters, int least, int most) implements Message {}
}
