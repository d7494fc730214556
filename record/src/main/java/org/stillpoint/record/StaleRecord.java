package org.stillpoint.record;

/** A write that rests on an older version than the one kept: someone else has changed the record since it was read. */
public final class StaleRecord extends RecordException {
    private final Id<?> id;
    private final Version expected;
    private final Version found;

    /**
     * @param id the record written to
     * @param expected the version the writer had seen
     * @param found the version that is kept
     */
    public StaleRecord(Id<?> id, Version expected, Version found) {
        super("record %s has changed: version %d was expected, version %d is kept"
                .formatted(id, expected.number(), found.number()));
        this.id = id;
        this.expected = expected;
        this.found = found;
    }

    public Id<?> id() {
        return id;
    }

    public Version expected() {
        return expected;
    }

    public Version found() {
        return found;
    }
}
