package org.stillpoint.practice.session;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contact.Contact;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.setting.AftercareText;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** What a client takes home after one session: the practice's own words, whom to ring, and when they are asked how they are. */
public final class AftercareReading {

    /**
     * @param practice what it is called, or empty
     * @param contacts whom to ring, in that order
     */
    public record TakenHome(
            Client client,
            EndedSession session,
            AroundSession around,
            AftercareText text,
            String practice,
            List<Contact> contacts) {}

    private final UnitOfWork work;
    private final Clock clock;

    public AftercareReading(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** @throws NoSuchRecord if this client has no such session, or it goes on */
    public TakenHome by(Actor actor, Id<Client> client, Id<Session> session) {
        return work.read(actor, Act.SEE_SESSION, Optional.of(client), records -> {
            if (!(records.sessions().get(client, session) instanceof EndedSession ended)) {
                throw new NoSuchRecord("ended session", session);
            }
            return of(records, ended, clock.instant());
        });
    }

    /** Within a reading of the record. */
    public static TakenHome of(Records records, EndedSession ended, Instant now) {
        return new TakenHome(
                records.clients().get(ended.client()),
                ended,
                AroundSession.of(records, ended, now),
                records.settings().aftercareText(),
                records.settings().profile().name(),
                records.contacts().get().contacts());
    }
}
