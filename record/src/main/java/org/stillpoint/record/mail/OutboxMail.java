package org.stillpoint.record.mail;

import java.time.Instant;
import java.util.regex.Pattern;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;

/**
 * A mail to a client.
 *
 * @param id that of its matter ({@link MailMatter#mail})
 * @param offHash SHA-256 of what the link ends in by which its reader wants no more mail, 64 hexadecimal digits
 * @param version grows with each change
 */
public record OutboxMail(
        Id<OutboxMail> id, Id<Client> client, MailMatter matter, String offHash, MailState state, Version version) {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    public OutboxMail {
        if (!id.equals(matter.mail())) {
            throw new BadValue("id", id.toString(), "the one of its matter");
        }
        if (!HASH.matcher(offHash).matches()) {
            throw new BadValue("hash of a link", "of " + offHash.length() + " characters", "64 hexadecimal digits");
        }
    }

    /** One that is to be sent, from an instant on. */
    public static OutboxMail written(
            Id<Client> client, MailMatter matter, String offHash, Letter letter, Instant from) {
        return new OutboxMail(
                matter.mail(), client, matter, offHash, new MailState.ToBeSent(from, 0, letter), Version.FIRST);
    }

    /** The same in another state; hand it to {@link Outbox#update}. */
    public OutboxMail in(MailState next) {
        return new OutboxMail(id, client, matter, offHash, next, version);
    }

    /** The same, as seen at another version. */
    public OutboxMail seenAt(Version seen) {
        return new OutboxMail(id, client, matter, offHash, state, seen);
    }

    /** Hides address, words and hash. */
    @Override
    public String toString() {
        return "OutboxMail[" + id + ", " + state.getClass().getSimpleName() + "]";
    }
}
