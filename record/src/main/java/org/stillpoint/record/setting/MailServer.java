package org.stillpoint.record.setting;

import org.stillpoint.record.BadValue;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.contact.WaysToReach;

/**
 * A server that takes mail (SMTP, RFC 5321), and whose mail it is.
 *
 * @param host its name or address, not blank
 * @param port 1 to 65535
 * @param user by whom it lets in; empty where it lets in anybody
 * @param password of the user; empty where there is none
 * @param sender the address that mail comes from
 * @param senderName what stands beside the address; blank where nothing does
 */
public record MailServer(
        String host, int port, MailTls tls, String user, PrivateText password, String sender, String senderName) {
    /** Own choice, 2026: a name has up to 253 (RFC 1035), all others are shorter. */
    public static final int MOST_CHARACTERS = 253;

    public static final int MOST_PORT = 65_535;

    public MailServer {
        if (!isHost(host)) {
            throw new BadValue("host", "of " + host.length() + " characters", "a name or an address");
        }
        if (port < 1 || port > MOST_PORT) {
            throw new BadValue("port", String.valueOf(port), "1 to " + MOST_PORT);
        }
        if (sender.isEmpty() || sender.length() > MOST_CHARACTERS || !WaysToReach.isEmail(sender)) {
            throw new BadValue("sender", "of " + sender.length() + " characters", "an address");
        }
        requireLine("user", user);
        requireLine("name of the sender", senderName);
    }

    /** Whether this may be a name or an address of a machine. */
    public static boolean isHost(String text) {
        return text.length() <= MOST_CHARACTERS && text.matches("[0-9A-Za-z.:-]+");
    }

    private static void requireLine(String what, String text) {
        if (text.length() > MOST_CHARACTERS || text.chars().anyMatch(Character::isISOControl)) {
            throw new BadValue(what, "of " + text.length() + " characters", "a line of up to " + MOST_CHARACTERS);
        }
    }

    /** What stands behind the at sign of the sender. */
    public String domain() {
        return sender.substring(sender.lastIndexOf('@') + 1);
    }

    /** Hides user and password. */
    @Override
    public String toString() {
        return "MailServer[" + host + ":" + port + ", " + tls + "]";
    }
}
