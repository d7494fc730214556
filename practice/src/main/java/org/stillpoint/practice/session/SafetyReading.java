package org.stillpoint.practice.session;

import java.time.Clock;
import java.util.Optional;
import org.stillpoint.practice.consent.ConsentCheck;
import org.stillpoint.practice.safety.SafetyStanding;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Background;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.consent.ConsentStanding;
import org.stillpoint.record.session.OpenSession;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/** What is known before a session is started: the last safety check, and whether a session goes on already. */
public final class SafetyReading {

    /**
     * @param client who
     * @param safety how they stand, and what is asked
     * @param open the session that goes on
     * @param background what whoever treats the client knows beforehand
     * @param consent how it stands with what the client agreed to
     */
    public record BeforeSession(
            Client client,
            SafetyStanding safety,
            Optional<Id<Session>> open,
            Background background,
            ConsentStanding consent) {}

    private final UnitOfWork work;
    private final Clock clock;

    public SafetyReading(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** @throws org.stillpoint.record.NoSuchRecord if there is no such client */
    public BeforeSession by(Actor actor, Id<Client> id) {
        return work.read(
                actor,
                Act.SEE_SESSION,
                Optional.of(id),
                records -> new BeforeSession(
                        records.clients().get(id),
                        SafetyStanding.of(records, id, clock.instant()),
                        records.sessions().findOpen(id).map(OpenSession::id),
                        records.aboutClients().background(id).told(),
                        ConsentCheck.standing(records, id, clock)));
    }
}
