package org.stillpoint.words;

/** Marking pain. */
public enum PainWords implements Label {
    TITLE,
    WHERE,
    UNDO,
    MARKED,
    SAVE,
    BODY_TO_MARK,
    SAVED;

    public record PickAPlace(String since) implements Message {}
}
