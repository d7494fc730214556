package org.stillpoint.practice.touch;

import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.touch.TouchMap;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/** Where touch is welcome, as a client has said it last. */
public final class TouchReading {

    /** @param latest empty where nothing was said */
    public record TouchView(Client client, Optional<TouchMap> latest) {}

    private final UnitOfWork work;

    public TouchReading(UnitOfWork work) {
        this.work = work;
    }

    /** @throws org.stillpoint.record.NoSuchRecord if there is no such client */
    public TouchView by(Actor actor, Id<Client> id) {
        return work.read(
                actor,
                Act.SEE_TOUCH_MAP,
                Optional.of(id),
                records -> new TouchView(
                        records.clients().get(id), records.touchMaps().findLatest(id)));
    }
}
