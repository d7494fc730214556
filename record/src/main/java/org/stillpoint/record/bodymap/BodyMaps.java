package org.stillpoint.record.bodymap;

import java.util.List;
import java.util.Optional;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.client.Client;

/** Where the body maps are kept. */
public interface BodyMaps {

    /**
     * Adds a map; adding the very same again changes nothing.
     *
     * @throws AlreadyThere if another map is kept under this id
     * @throws NoSuchRecord if there is no such client
     */
    void add(BodyMap map);

    /**
     * Replaces the pain of a map.
     *
     * @param changed carries the version that was seen; its client and instant stay as they are kept
     * @return the map as kept now
     * @throws StaleRecord if another version is kept
     * @throws NoSuchRecord if there is no such map
     */
    BodyMap update(BodyMap changed);

    /** The client's newest map, if there is one. */
    Optional<BodyMap> findLatest(Id<Client> client);

    /** The client's maps, the earliest first. */
    List<BodyMap> list(Id<Client> client);

    /** The body map under this id, where it is this client's. */
    Optional<BodyMap> find(Id<Client> client, Id<BodyMap> id);

    /**
     * The body map under this id.
     *
     * @throws NoSuchRecord if this client has no such body map
     */
    default BodyMap get(Id<Client> client, Id<BodyMap> id) {
        return find(client, id).orElseThrow(() -> new NoSuchRecord("body map", id));
    }
}
