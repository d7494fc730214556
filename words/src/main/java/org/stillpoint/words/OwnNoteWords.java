package org.stillpoint.words;

/** What a therapist notes of a session for themselves. */
public enum OwnNoteWords implements Label {
    TITLE,
    FOR_YOU_ALONE,
    LINK,
    WRITE,
    NOTE,
    SAVE,
    CHANGE,
    RELEASE,
    RELEASED,
    EARLIER,
    TEXT_NEEDED,
    CHANGED_MEANWHILE,
    BACK;

    public record WrittenAt(Message at) implements Message {}
}
