package org.stillpoint.practice.client;

import java.util.List;
import java.util.Optional;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.record.Id;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.care.Bond;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.session.OpenSession;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.today.Standing;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** One client's whole story, as one state of the record tells it. */
public final class ReadClient {

    /**
     * @param client who
     * @param events what was told, the earliest first
     * @param sessions with their marks, the earliest first
     * @param diary the check-ins, the earliest first
     * @param map the newest map of the pain
     * @param mayShare whether the reader decides who sees to this client
     * @param mayErase whether the reader may erase them
     */
    public record ClientStory(
            Client client,
            List<TraumaEvent> events,
            List<Session> sessions,
            List<CheckIn> diary,
            Optional<BodyMap> map,
            boolean mayShare,
            boolean mayErase) {

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

    /**
     * Who it is and when they came: what the front desk knows of a client.
     *
     * @throws org.stillpoint.record.NoSuchRecord if there is no such client
     */
    public Standing atDesk(Actor actor, Id<Client> id) {
        return work.read(
                actor,
                Act.SEE_CLIENT,
                Optional.of(id),
                records -> records.today().list(List.of(id)).getFirst());
    }

    /** @throws org.stillpoint.record.NoSuchRecord if there is no such client */
    public ClientStory by(Actor actor, Id<Client> id) {
        return work.read(
                actor,
                Act.SEE_STORY,
                Optional.of(id),
                records -> new ClientStory(
                        records.clients().get(id),
                        records.history().list(id),
                        records.sessions().list(id),
                        records.checkIns().list(id),
                        records.bodyMaps().findLatest(id),
                        decides(records, actor, id),
                        Membership.runsThePractice(actor)));
    }

    private static boolean decides(Records records, Actor actor, Id<Client> id) {
        return Membership.runsThePractice(actor)
                || actor instanceof Actor.Person person
                        && records.care().find(id, person.account()).equals(Optional.of(Bond.TREATS));
    }
}
