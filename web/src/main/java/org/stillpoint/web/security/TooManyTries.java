package org.stillpoint.web.security;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Nobody was asked for the password: this name or address has to wait. */
public final class TooManyTries extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    private final Duration wait;

    TooManyTries(Duration wait) {
        super(wait.toString());
        this.wait = wait;
    }

    /** How long until the next one is let in. */
    public Duration untilNext() {
        return wait;
    }
}
