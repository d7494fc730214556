package org.stillpoint.record.client;

import org.stillpoint.record.Id;
import org.stillpoint.record.Version;

/**
 * One part of what is kept about a client.
 *
 * @param <T> what it tells: {@link ContactDetails}, {@link Background} or {@link MailWishes}
 * @param version grows with each change; {@link Version#FIRST} before anything was told
 */
public record AboutPart<T>(Id<Client> client, T told, Version version) {

    /** The same part telling something else; hand it to {@link AboutClients}. */
    public AboutPart<T> with(T changed) {
        return new AboutPart<>(client, changed, version);
    }

    /** The same, as seen at another version. */
    public AboutPart<T> seenAt(Version seen) {
        return new AboutPart<>(client, told, seen);
    }
}
