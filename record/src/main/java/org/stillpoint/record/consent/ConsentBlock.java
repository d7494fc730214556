package org.stillpoint.record.consent;

/** The parts of what a client reads before they agree, in the order in which they read them. A constant's name is kept: it is never changed. */
public enum ConsentBlock {
    WHO_TREATS(BlockKind.TOLD),
    WHAT_IS_DONE(BlockKind.TOLD),
    TALK_AND_IMAGERY(BlockKind.TOLD),
    WHAT_IS_KNOWN(BlockKind.TOLD),
    REACTIONS(BlockKind.TOLD),
    NOT_MEDICINE(BlockKind.TOLD),
    ALTERNATIVES(BlockKind.TOLD),
    YOUR_CHOICE(BlockKind.TOLD),
    WHO_SEES_WHAT(BlockKind.TOLD),
    /** What only this practice says; the program has no words for it. */
    OWN_WORDS(BlockKind.TOLD),
    SENSITIVE_AREAS(BlockKind.AREAS),
    CONTACT_BY_EMAIL(BlockKind.CHOICE),
    RESEARCH_USE(BlockKind.CHOICE);

    /** What is asked of whoever reads it. */
    public enum BlockKind {
        /** Nothing of its own: it is signed with the whole. */
        TOLD,
        /** Yes or no; neither is a condition of anything. */
        CHOICE,
        /** Which of the {@link SensitiveArea}s. */
        AREAS
    }

    private final BlockKind kind;

    ConsentBlock(BlockKind kind) {
        this.kind = kind;
    }

    public BlockKind kind() {
        return kind;
    }
}
