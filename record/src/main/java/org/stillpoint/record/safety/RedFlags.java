package org.stillpoint.record.safety;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;

/** Where the red flags are kept that were told. */
public interface RedFlags {

    /**
     * Adds one; adding the very same again changes nothing.
     *
     * @throws AlreadyThere if another is kept under this id
     * @throws NoSuchRecord if there is no such client
     */
    void add(RedFlag flag);

    /**
     * Writes which were meant and what was done; client, instant and origin stay as they are kept.
     *
     * @throws StaleRecord if another version is kept
     * @throws NoSuchRecord if this client has no such red flag
     */
    RedFlag update(RedFlag changed);

    /**
     * Takes out one whose entry was a mistake.
     *
     * @throws StaleRecord if another version is kept
     * @throws NoSuchRecord if this client has no such red flag
     */
    void remove(Id<Client> client, Id<RedFlag> id, Version seen);

    Optional<RedFlag> find(Id<Client> client, Id<RedFlag> id);

    /** The client's, the earliest first. */
    List<RedFlag> list(Id<Client> client);

    /** Those of these clients about which nobody has written what was done, the earliest first. */
    List<RedFlag> listOpen(Collection<Id<Client>> clients);
}
