package org.stillpoint.record;

/** What is kept in one place cannot be read: it was damaged, moved or tampered with. What is kept elsewhere is as it was. */
public final class Unreadable extends RuntimeException {

    /** @param place table, column and ids, nothing private */
    public Unreadable(String place, Throwable cause) {
        super("what is kept as " + place + " cannot be read: it was damaged or moved", cause);
    }
}
