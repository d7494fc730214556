package org.stillpoint.record;

/** Another record, different from this one, is already kept under this id or name. */
public final class AlreadyThere extends RecordException {
    private final Id<?> id;

    /**
     * @param kind what was to be added, as a noun: "client"
     * @param id the id of what was to be added
     */
    public AlreadyThere(String kind, Id<?> id) {
        super("another %s is already kept in the place of %s".formatted(kind, id));
        this.id = id;
    }

    public Id<?> id() {
        return id;
    }
}
