package org.stillpoint.practice.pain;

import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/** Where it hurt when it was last marked. */
public final class PainReading {

    /**
     * @param client who
     * @param latest the newest map, of whatever day
     */
    public record LatestPain(Client client, Optional<BodyMap> latest) {}

    private final UnitOfWork work;

    public PainReading(UnitOfWork work) {
        this.work = work;
    }

    /** @throws org.stillpoint.record.NoSuchRecord if there is no such client */
    public LatestPain by(Actor actor, Id<Client> id) {
        return work.read(
                actor,
                Act.SEE_PAIN,
                Optional.of(id),
                records -> new LatestPain(
                        records.clients().get(id), records.bodyMaps().findLatest(id)));
    }
}
