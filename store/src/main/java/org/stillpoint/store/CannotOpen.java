package org.stillpoint.store;

/** The store cannot be opened; nothing was changed. The message is one sentence that says what to do. */
public final class CannotOpen extends RuntimeException {

    /** Why it cannot be opened. */
    public enum Reason {
        FOLDER_UNUSABLE,
        FOLDER_EXPOSED,
        FOLDER_IN_USE,
        MASTER_KEY_MISSING,
        MASTER_KEY_WRONG,
        MASTER_KEY_EXPOSED,
        PASSPHRASE_NEEDED,
        PASSPHRASE_WRONG,
        DATABASE_UNREACHABLE,
        DATABASE_IN_USE,
        DATABASE_UNUSABLE,
        DATABASE_MISSING,
        DATABASE_OLDER,
        DATABASE_NEWER
    }

    private final Reason reason;

    CannotOpen(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    CannotOpen(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
