package org.stillpoint.practice.client;

/** What a client's page suggests: one act, the first of these that there is a reason for. */
public enum NextAct {
    /** They are archived, and nothing is begun with them until they come again. */
    BRING_BACK,
    /** A session goes on. */
    GO_ON,
    /** Something is worse, and nobody has written what was done. */
    FOLLOW_UP,
    /** They are to be asked how it went after their session. */
    ASK_AFTER,
    /** There was no session, and nothing is told yet. */
    TELL,
    /** The pain was not marked, or so long ago that the map says little of today. */
    MARK_PAIN,
    /** Nothing was heard of them for a while. */
    CHECK_IN,
    /** Nothing else waits. */
    START
}
