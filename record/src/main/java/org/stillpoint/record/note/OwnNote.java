package org.stillpoint.record.note;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.session.Session;

/**
 * What a therapist noted of a session for themselves: no part of the chart, and open for its author alone.
 *
 * @param author whose it is, for ever
 * @param text not blank
 * @param writtenAt when it was written as it stands
 * @param released whether the author gives it to the client, with their copy and on their own page
 * @param earlier how it stood before, the earliest first
 * @param version grows with each change
 */
public record OwnNote(
        Id<OwnNote> id,
        Id<Client> client,
        Id<Session> session,
        Id<Account> author,
        PrivateText text,
        Instant writtenAt,
        boolean released,
        List<EarlierText> earlier,
        Version version) {

    /** A text that was changed since. */
    public record EarlierText(PrivateText text, Instant writtenAt) {}

    public OwnNote {
        if (text.value().isBlank()) {
            throw new BadValue("note", "blank", "a text");
        }
        earlier = List.copyOf(earlier);
    }

    /** A new note. */
    public static OwnNote written(
            Id<OwnNote> id, Id<Client> client, Id<Session> session, Id<Account> author, PrivateText text, Instant now) {
        return new OwnNote(id, client, session, author, text, now, false, List.of(), Version.FIRST);
    }

    /** The same with another text, the present one kept as earlier; hand it to {@link OwnNotes#update}, as with the following. */
    public OwnNote with(PrivateText changed, Instant now) {
        if (changed.equals(text)) {
            return this;
        }
        List<EarlierText> before = new ArrayList<>(earlier);
        before.add(new EarlierText(text, writtenAt));
        return new OwnNote(id, client, session, author, changed, now, released, before, version);
    }

    /** The same, given to the client or kept from them. */
    public OwnNote released(boolean toClient) {
        return new OwnNote(id, client, session, author, text, writtenAt, toClient, earlier, version);
    }

    /** The same, as seen at another version. */
    public OwnNote seenAt(Version seen) {
        return new OwnNote(id, client, session, author, text, writtenAt, released, earlier, seen);
    }

    /** Hides what was noted. */
    @Override
    public String toString() {
        return "OwnNote[" + id + "]";
    }
}
