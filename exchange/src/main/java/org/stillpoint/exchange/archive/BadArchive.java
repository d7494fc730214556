package org.stillpoint.exchange.archive;

/** An archive that cannot be used, and why; nothing was changed. The message is the rest of a sentence that starts with the file. */
public final class BadArchive extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong with it. */
    public enum ArchiveFault {
        NO_ARCHIVE("is no archive that Stillpoint wrote"),
        CUT_OFF("was cut off: its end is missing; use another copy"),
        DAMAGED("was damaged: what stands in it is not what was written; use another copy"),
        NEWER("was written by a newer Stillpoint; use that one");

        private final String said;

        ArchiveFault(String said) {
            this.said = said;
        }
    }

    private final ArchiveFault fault;

    BadArchive(ArchiveFault fault) {
        super(fault.said + ".");
        this.fault = fault;
    }

    /** @param member of the archive in which it was found */
    BadArchive(ArchiveFault fault, String member) {
        super(fault.said + " (" + member + ").");
        this.fault = fault;
    }

    BadArchive(ArchiveFault fault, String member, Throwable cause) {
        super(fault.said + " (" + member + ").", cause);
        this.fault = fault;
    }

    public ArchiveFault fault() {
        return fault;
    }
}
