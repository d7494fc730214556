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
    MAKE;

    public record Demo(String name, String password) implements Message {}
}
