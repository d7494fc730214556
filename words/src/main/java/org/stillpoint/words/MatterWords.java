package org.stillpoint.words;

/** Something that a client said is worse, until somebody has written what was done. */
public enum MatterWords implements Label {
    TITLE,
    WHAT_WAS_DONE,
    HINT,
    WRITE,
    SAVE,
    NEEDED,
    NOTHING_OPEN,
    LATER;

    /** @param words the client's own */
    public record Said(String day, String words) implements Message {}

    public record WriteFor(String name) implements Message {}

    /** @param done in the words of who did it */
    public record Done(String day, String done) implements Message {}
}
