package org.stillpoint.record.safety;

/** What a yes means for the session, the strictest first. A constant's name is kept: it is never changed. */
public enum SafetyLevel {
    /** No session, by nobody's reason: the practice's emergency page opens. */
    RED_FLAG,
    /** No session while it lasts, by nobody's reason. */
    STOP,
    /** A session only with a physician's name or a reason, and the day of it. */
    ASK_FIRST;

    /** Whether it says no to more than another does. */
    public boolean isStricterThan(SafetyLevel other) {
        return compareTo(other) < 0;
    }
}
