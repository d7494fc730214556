package org.stillpoint.store;

/** A backup that cannot be used, and why; nothing was changed. The message is a sentence that says what to do. */
public final class BadBackup extends RuntimeException {

    /** What is wrong with it. */
    public enum BackupFault {
        NO_BACKUP,
        CUT_OFF,
        DAMAGED,
        WRONG_KEY,
        NEWER,
        /** It opens, but what was kept in it does not hold. */
        UNSOUND,
        /** There is a record already where it was to be put. */
        RECORD_THERE
    }

    private final BackupFault fault;

    BadBackup(BackupFault fault, String message) {
        super(message);
        this.fault = fault;
    }

    BadBackup(BackupFault fault, String message, Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    public BackupFault fault() {
        return fault;
    }
}
