package org.stillpoint.record.setting;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Version;

/**
 * How a practice sends mail to its clients, and what of.
 *
 * @param server that takes the mail; empty where the practice sends none
 * @param door the address at which clients reach this program, such as {@code https://practice.example}, without a slash at its end; empty
 *     where they reach it nowhere
 * @param hoursBefore how many hours before an appointment its reminder is due; 0 where there is none
 * @param version grows with each change
 */
public record MailSetting(Optional<MailServer> server, String door, int hoursBefore, Version version) {
    /** Own choice, 2026: a week. */
    public static final int MOST_HOURS = 168;

    /** Offered to whoever chooses. Own choice, 2026: a day before. */
    public static final int USUAL_HOURS = 24;

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Before anybody has set one. */
    public static final MailSetting NONE = new MailSetting(Optional.empty(), "", 0, Version.FIRST);

    public MailSetting {
        if (!isDoor(door)) {
            throw new BadValue("door", "of " + door.length() + " characters", "https:// and a name, or empty");
        }
        if (hoursBefore < 0 || hoursBefore > MOST_HOURS) {
            throw new BadValue("hours before", String.valueOf(hoursBefore), "0 to " + MOST_HOURS);
        }
    }

    /** Whether clients may be sent there: what they read and write travels encrypted, or stays on this machine. */
    public static boolean isDoor(String text) {
        if (text.isEmpty()) {
            return true;
        }
        if (!text.matches("https?://(\\[[0-9a-fA-F:]+]|[0-9A-Za-z.-]+)(:\\d{1,5})?")) {
            return false;
        }
        URI address = URI.create(text);
        return address.getScheme().equals("https") || LOOPBACK.contains(address.getHost());
    }

    /** Whether what is sent to this host never leaves this machine. */
    public static boolean isThisMachine(String host) {
        return LOOPBACK.contains(host) || host.equals("::1");
    }

    /** The same, as seen at another version. */
    public MailSetting seenAt(Version seen) {
        return new MailSetting(server, door, hoursBefore, seen);
    }
}
