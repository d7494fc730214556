package org.stillpoint.words;

/** The practice's small address book. */
public enum AddressWords implements Label {
    TITLE,
    HINT,
    NONE,
    PROFESSION,
    IS_CURRENT,
    NOT_CURRENT,
    ADD,
    NAME_NEEDED,
    CHANGED_MEANWHILE,
    SAVED;

    public record ChangeOf(String name) implements Message {}
}
