package org.stillpoint.practice.note;

import java.util.List;
import java.util.Optional;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.note.OwnNote;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/** What the reader noted of a session for themselves; nobody reads another's. */
public final class OwnNoteReading {

    /**
     * @param session without its marks
     * @param notes the reader's own, the earliest first
     */
    public record OwnNotesView(Client client, Session session, List<OwnNote> notes) {}

    private final UnitOfWork work;

    public OwnNoteReading(UnitOfWork work) {
        this.work = work;
    }

    /**
     * @param client whose session it is
     * @throws org.stillpoint.record.NoSuchRecord if this client has no such session
     */
    public OwnNotesView by(Actor actor, Id<Client> client, Id<Session> session) {
        return work.read(
                actor,
                Act.SEE_OWN_NOTES,
                Optional.of(client),
                records -> new OwnNotesView(
                        records.clients().get(client),
                        records.sessions().head(client, session),
                        records.ownNotes().list(client, author(actor)).stream()
                                .filter(note -> note.session().equals(session))
                                .toList()));
    }

    static Id<Account> author(Actor actor) {
        return actor.ownAccount()
                .orElseThrow(() -> new BadValue("author", "without an account", "somebody of the practice"));
    }
}
