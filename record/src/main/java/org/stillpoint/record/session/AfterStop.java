package org.stillpoint.record.session;

/** What is asked after a stop, in this order, before a client is let go. Source: {@code practice.md}, the session. */
public enum AfterStop {
    ORIENTATED(true),
    BREATHING(true),
    SAFE_TO_TRAVEL(true),
    SOMEONE_TO_CALL(false);

    private final boolean needsYes;

    AfterStop(boolean needsYes) {
        this.needsYes = needsYes;
    }

    /** Whether a no keeps the session open. That there is nobody to call is kept, and keeps nobody here. */
    public boolean needsYes() {
        return needsYes;
    }
}
