package org.stillpoint.store;

/** The database failed to keep or to give something: disk full, connection lost. What was kept before is as it was. */
public final class NotKept extends RuntimeException {
    NotKept(String message, Throwable cause) {
        super(message, cause);
    }
}
