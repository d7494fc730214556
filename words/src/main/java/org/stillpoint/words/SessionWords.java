package org.stillpoint.words;

/** The live session, and the session once it has ended. */
public enum SessionWords implements Label {
    TITLE,
    PLACE,
    BODY_TO_PICK,
    SITE,
    PICK_OR_SEARCH,
    MARKS,
    SETTLED,
    SITE_ENGAGED,
    STILLPOINT,
    SIGNIFICANCE_STOP,
    SIGNS,
    MEMORY_SURFACED,
    OWN_WORDS,
    OWN_WORDS_OR_EMPTY,
    MEMORY,
    RELEASE_AT_SITE,
    A_LITTLE,
    HALF,
    MOST,
    ALL_OF_IT,
    AWARENESS_AND_DISTRESS,
    AWARENESS,
    DISTRESS,
    STOP,
    PAUSE,
    UNDO,
    SIGN_IN_AGAIN,
    END,
    MARKS_SO_FAR,
    NOTHING_MARKED,
    WHAT_WAS_MARKED,
    MINUTE,
    MARK,
    PROCESS_NOTES,
    NOTES_APART,
    SHOW_NOTES,
    BODY_WITH_SITES,
    GO_ON_WITH,
    VOID_TITLE,
    VOID_HINT,
    VOID_WHY,
    VOID,
    STARTED,
    ENDED,
    STOPPED,
    STOPPED_HINT,
    STEP_STOP,
    STEP_EYES,
    STEP_BODY,
    STEP_SENSES,
    STEP_SAFE,
    STEP_DISTRESS,
    NEXT_STEP,
    GO_ON_AFTER_STOP,
    SOMETHING_WRONG,
    GROUNDED,
    END_AFTER_STOP;

    /** @param name of whom alone they are open for */
    public record NotesKept(String name) implements Message {}

    public record With(String name) implements Message {}

    /** The way back to a session, and when it began. */
    public record GoesOnWith(String name, String time) implements Message {}

    public record Lasted(String day, String length) implements Message {}
}
