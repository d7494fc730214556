package org.stillpoint.web.mail;

import org.stillpoint.record.link.Link;

/** Where all mail is ended with one click. */
public final class OffAddress {
    private OffAddress() {}

    /** Behind whatever name the program has. */
    public static String path(Link link) {
        return "/mail-off/" + link.secret();
    }
}
