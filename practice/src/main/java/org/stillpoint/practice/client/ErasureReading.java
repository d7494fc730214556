package org.stillpoint.practice.client;

import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.keeping.ErasureReceipt;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/** What was done to erase somebody. */
public final class ErasureReading {

    private final UnitOfWork work;

    public ErasureReading(UnitOfWork work) {
        this.work = work;
    }

    /** @throws NoSuchRecord if nobody of this id was erased */
    public ErasureReceipt by(Actor actor, Id<Client> erased) {
        return work.read(
                actor,
                Act.VERIFY_RECORD,
                Optional.empty(),
                records ->
                        records.keeping().findReceipt(erased).orElseThrow(() -> new NoSuchRecord("receipt", erased)));
    }
}
