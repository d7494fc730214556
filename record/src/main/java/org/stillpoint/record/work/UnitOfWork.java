package org.stillpoint.record.work;

import java.util.Optional;
import java.util.function.Function;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.client.Client;

/**
 * The one way in which anything is done or read in a practice: rights, one transaction, one idempotency key, one entry in the
 * account. What lists clients (searching, counting, {@link org.stillpoint.record.today.Today}) shows within it whom the actor sees by
 * {@link Rights#sight}, and nobody else. Units of work do not nest.
 */
public interface UnitOfWork {

    /**
     * Does an act: all of it is on the disk when this returns, with its entry in the account, and nothing of it if this throws.
     * Where a client is concerned, nobody else writes to that client until it ends.
     *
     * @param first what to do when the deed's key is new
     * @param again what to answer, from the record as it is, when the same deed was done already; it changes nothing
     * @throws NotAllowed if the actor may not
     * @throws AlreadyThere if another deed was done under this key: another act, client or content
     * @throws NoSuchRecord if the client is not kept
     */
    <T> T run(Actor actor, Deed deed, Function<Records, T> first, Function<Records, T> again);

    /**
     * Reads, from one state of the record; a client's reading is accounted for.
     *
     * @param act an act that reads
     * @throws NotAllowed if the actor may not
     * @throws NoSuchRecord if the client is not kept
     */
    <T> T read(Actor actor, Act act, Optional<Id<Client>> client, Function<Records, T> reading);
}
