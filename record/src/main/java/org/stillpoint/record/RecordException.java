package org.stillpoint.record;

/**
 * The record says no, and why. Messages name the field, value, range or id concerned and never hold clinical text, so
 * they may be logged and shown.
 */
public abstract sealed class RecordException extends RuntimeException
        permits BadValue, StaleRecord, NoSuchRecord, AlreadyThere, NotAllowed, Refused {

    RecordException(String message) {
        super(message);
    }

    RecordException(String message, Throwable cause) {
        super(message, cause);
    }
}
