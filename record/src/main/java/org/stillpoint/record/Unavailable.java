package org.stillpoint.record;

import org.jspecify.annotations.Nullable;

/**
 * The record does not answer: its disk is full, its connection is lost, its database is down. What was kept before is as it was; what was
 * wanted now is not kept, as far as anybody can know, and may be tried again under the same key.
 */
public abstract class Unavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    protected Unavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
