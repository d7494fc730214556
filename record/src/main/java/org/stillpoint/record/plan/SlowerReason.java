package org.stillpoint.record.plan;

/** Why a session is planned shorter, and more gently. A constant's name is kept in the record: it is never changed. */
public enum SlowerReason {
    /** The last session was stopped. */
    STOPPED,
    /** The client said, or the diary showed, that something is worse since the last session. */
    WORSE,
    /** It is the first session. */
    FIRST,
    /** The latest safety check found something that is asked first. */
    SAFETY
}
