package org.stillpoint.practice.outcome;

import java.util.List;
import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/** The plans that were drawn by lot for one client. */
public final class LotReading {

    /**
     * @param client for whom
     * @param lots in the order they were drawn, with why they were stopped where they were
     */
    public record Plans(Client client, List<Lot.DrawnPlan> lots) {}

    private final UnitOfWork work;

    public LotReading(UnitOfWork work) {
        this.work = work;
    }

    /** @throws org.stillpoint.record.NoSuchRecord if there is no such client */
    public Plans by(Actor actor, Id<Client> id) {
        return work.read(
                actor,
                Act.SEE_OUTCOME,
                Optional.of(id),
                records -> new Plans(
                        records.clients().get(id), Lot.drawn(records.ledger().list(id))));
    }
}
