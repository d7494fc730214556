package org.stillpoint.record.touch;

import java.util.List;
import java.util.Optional;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.client.Client;

/** The clients' touch maps: only ever added to, until a client is erased. */
public interface TouchMaps {

    /**
     * Adds a map; adding the very same again changes nothing.
     *
     * @throws NoSuchRecord if there is no such client
     * @throws AlreadyThere if another is kept under this id
     */
    void add(TouchMap map);

    /** The one that holds. */
    default Optional<TouchMap> findLatest(Id<Client> client) {
        return list(client).reversed().stream().findFirst();
    }

    /** All of the client's, the earliest first. */
    List<TouchMap> list(Id<Client> client);
}
