package org.stillpoint.words;

/** Whom to ring when somebody needs help at once. */
public enum HelpWords implements Label {
    TITLE,
    NEED_HELP,
    IN_DANGER,
    NONE_YET,
    WRITE_THEM,
    CONTACTS,
    CONTACTS_HINT,
    WHO,
    NUMBER,
    BOTH,
    NO_NUMBER,
    SAVE,
    CHANGED,
    THANKS,
    WORSE_IS_READ,
    THIS_HELPS_NOW,
    GO_ON,
    FLAG_TOLD,
    FLAG_TO_CLIENT,
    FLAG_TO_WRITE,
    BACK_TO_SESSION,
    HELP_CALLED;

    /** One line of the list that is written, counted from 1. */
    public record Line(int number) implements Message {}
}
