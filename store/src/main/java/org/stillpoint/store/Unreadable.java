package org.stillpoint.store;

/** A kept ciphertext does not open with its key in its place: it was damaged, moved or tampered with. */
public final class Unreadable extends RuntimeException {
    Unreadable(String place, Throwable cause) {
        super("what is kept as " + place + " cannot be read: it was damaged or moved", cause);
    }
}
