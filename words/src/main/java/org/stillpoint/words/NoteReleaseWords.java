package org.stillpoint.words;

/** Whether a process note may leave the record. */
public enum NoteReleaseWords implements Label {
    TITLE,
    WHERE,
    STAYS,
    SURE,
    SURE_NEEDED,
    RELEASE,
    TAKE_BACK,
    LINK,
    BACK;

    /** @param day on which its author said so */
    public record MayLeave(String day) implements Message {}
}
