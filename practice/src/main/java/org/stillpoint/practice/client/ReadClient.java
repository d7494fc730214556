package org.stillpoint.practice.client;

import java.util.List;
import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.session.OpenSession;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/** One client's whole story, as one state of the record tells it. */
public final class ReadClient {

    /**
     * @param client who
     * @param events what was told, the earliest first
     * @param sessions with their marks, the earliest first
     * @param diary the check-ins, the earliest first
     * @param map the newest map of the pain
     */
    public record ClientStory(
            Client client,
            List<TraumaEvent> events,
            List<Session> sessions,
            List<CheckIn> diary,
            Optional<BodyMap> map) {

        /** The session that goes on, if there is one. */
        public Optional<Session> open() {
            return sessions.stream().filter(OpenSession.class::isInstance).findFirst();
        }
    }

    private final UnitOfWork work;

    public ReadClient(UnitOfWork work) {
        this.work = work;
    }

    /**
     * Who it is, and nothing of their story.
     *
     * @throws org.stillpoint.record.NoSuchRecord if there is no such client
     */
    public Client who(Actor actor, Id<Client> id) {
        return work.read(
                actor,
                Act.SEE_CLIENT,
                Optional.of(id),
                records -> records.clients().get(id));
    }

    /** @throws org.stillpoint.record.NoSuchRecord if there is no such client */
    public ClientStory by(Actor actor, Id<Client> id) {
        return work.read(
                actor,
                Act.SEE_CLIENT,
                Optional.of(id),
                records -> new ClientStory(
                        records.clients().get(id),
                        records.history().list(id),
                        records.sessions().list(id),
                        records.checkIns().list(id),
                        records.bodyMaps().findLatest(id)));
    }
}
