package org.stillpoint.record.plan;

/**
 * Why a place stands in a plan, in the order in which places are taken: what goes on from last time comes first, then what is known of the body
 * today, then what the model makes of the pain, then what helped once, then what was told. Own choice, 2026: an order that is stated, for no
 * source was found for weights. A constant's name is kept in the record: it is never changed.
 */
public enum PlanReason {
    /** Hands were there in the last session, and not all of it let go. */
    UNFINISHED,
    /** A hand found a clear or strong restriction. */
    FOUND,
    /** The trace of the marked pain names it. */
    TRACED,
    /** It let go in an earlier session. */
    LET_GO,
    /** A told event touched it. */
    TOLD
}
