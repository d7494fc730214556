package org.stillpoint.practice.session;

import java.util.Map;
import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.ProcessNote;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** One session, while it goes on and afterwards; what the client said in it is read apart. */
public final class SessionReading {

    /**
     * @param client whose
     * @param session with its marks
     * @param map the newest map of the pain
     * @param hasNotes whether process notes are kept of it
     */
    public record SessionView(Client client, Session session, Optional<BodyMap> map, boolean hasNotes) {}

    /**
     * @param seen the session
     * @param notes what the client said, by mark
     */
    public record WithNotes(SessionView seen, Map<Id<Mark>, ProcessNote> notes) {}

    private final UnitOfWork work;

    public SessionReading(UnitOfWork work) {
        this.work = work;
    }

    /** @throws NoSuchRecord if there is no such session */
    public SessionView by(Actor actor, Id<Session> id) {
        Id<Client> client = clientOf(actor, id);
        return work.read(actor, Act.SEE_SESSION, Optional.of(client), records -> seen(records, client, id));
    }

    /** @throws NoSuchRecord if there is no such session */
    public WithNotes withNotes(Actor actor, Id<Session> id) {
        Id<Client> client = clientOf(actor, id);
        return work.read(
                actor,
                Act.SEE_PROCESS_NOTES,
                Optional.of(client),
                records -> new WithNotes(
                        seen(records, client, id), records.processNotes().list(client, id)));
    }

    /**
     * Whose session it is.
     *
     * @throws NoSuchRecord if there is no such session
     */
    public Id<Client> clientOf(Actor actor, Id<Session> id) {
        return work.read(
                actor,
                Act.FIND_SESSION,
                Optional.empty(),
                records -> records.sessions().findClient(id).orElseThrow(() -> new NoSuchRecord("session", id)));
    }

    private static SessionView seen(Records records, Id<Client> client, Id<Session> id) {
        return new SessionView(
                records.clients().get(client),
                records.sessions().get(client, id),
                records.bodyMaps().findLatest(client),
                records.processNotes().isAny(client, id));
    }
}
