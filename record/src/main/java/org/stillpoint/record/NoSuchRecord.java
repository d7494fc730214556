package org.stillpoint.record;

/** No record of this kind is kept under this id. */
public final class NoSuchRecord extends RecordException {
    private final Id<?> id;

    /**
     * @param kind what was asked for, as a noun: "client"
     * @param id the id asked for
     */
    public NoSuchRecord(String kind, Id<?> id) {
        super("there is no %s %s".formatted(kind, id));
        this.id = id;
    }

    public Id<?> id() {
        return id;
    }
}
