package org.stillpoint.web.security;

import org.springframework.security.access.AccessDeniedException;

/** The screen is locked: whoever asks shows the password first. */
public final class ScreenLocked extends AccessDeniedException {
    private static final long serialVersionUID = 1L;

    /** WebDAV (RFC 4918), 11.3: the one status that says so. */
    public static final int STATUS = 423;

    ScreenLocked() {
        super("locked");
    }
}
