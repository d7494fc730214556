package org.stillpoint.words;

/** Something worse, said by a client or judged by the diary, until somebody has written what was done. */
public enum MatterWords implements Label {
    TITLE,
    WHAT_WAS_DONE,
    HINT,
    WRITE,
    SAVE,
    NEEDED,
    NOTHING_OPEN,
    LATER,
    ALL,
    NEXT,
    PREVIOUS;

    /** @param words the client's own */
    public record Said(String day, String words) implements Message {}

    /** The pain came to be judged worse. */
    public record Turned(String day) implements Message {}

    /**
     * How many wait.
     *
     * @param all clients with an open matter
     */
    public record HowMany(int all) implements Message {}

    /** @param more clients with an open matter who are not on this page */
    public record More(int more) implements Message {}

    public record WriteFor(String name) implements Message {}

    /** @param done in the words of who did it */
    public record Done(String day, String done) implements Message {}
}
