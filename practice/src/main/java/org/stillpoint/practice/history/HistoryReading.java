package org.stillpoint.practice.history;

import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/** What was told of one event, and what has to be known to tell another. */
public final class HistoryReading {

    /**
     * @param client who tells
     * @param hasSessions whether a session was ever started: what is told from then on may have surfaced in one
     */
    public record Teller(Client client, boolean hasSessions) {}

    /** An event as it is kept, and who told it. */
    public record AttributedEvent(Teller by, TraumaEvent event) {}

    private final UnitOfWork work;

    public HistoryReading(UnitOfWork work) {
        this.work = work;
    }

    /** @throws org.stillpoint.record.NoSuchRecord if there is no such client */
    public Teller by(Actor actor, Id<Client> id) {
        return work.read(
                actor,
                Act.SEE_EVENT,
                Optional.of(id),
                records -> new Teller(
                        records.clients().get(id), !records.sessions().heads(id).isEmpty()));
    }

    /** @throws org.stillpoint.record.NoSuchRecord if this client has told no such event */
    public AttributedEvent one(Actor actor, Id<Client> id, Id<TraumaEvent> event) {
        return work.read(
                actor,
                Act.SEE_EVENT,
                Optional.of(id),
                records -> new AttributedEvent(
                        new Teller(
                                records.clients().get(id),
                                !records.sessions().heads(id).isEmpty()),
                        records.history().get(id, event)));
    }
}
