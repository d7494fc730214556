package org.stillpoint.web.people;

import org.stillpoint.record.link.Link;

/** Where an invitation opens. */
public final class InvitationAddress {
    private InvitationAddress() {}

    /** Behind whatever name the program has. */
    public static String path(Link link) {
        return "/invitation/" + link.secret();
    }
}
