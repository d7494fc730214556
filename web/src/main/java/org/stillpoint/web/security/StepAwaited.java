package org.stillpoint.web.security;

import org.springframework.security.access.AccessDeniedException;

/** The practice demands a second step: whoever sends something sets theirs up first. */
public final class StepAwaited extends AccessDeniedException {
    private static final long serialVersionUID = 1L;

    /** The page on which that begins. */
    public static final String PAGE = "/account/second-step";

    StepAwaited() {
        super("second-step");
    }
}
