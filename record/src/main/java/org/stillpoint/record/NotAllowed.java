package org.stillpoint.record;

/** Whoever asked may not do this. */
public final class NotAllowed extends RecordException {

    /** @param act what was asked, as a constant's name */
    public NotAllowed(String act) {
        super("whoever asked may not " + act);
    }
}
