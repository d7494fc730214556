package org.stillpoint.record.link;

import java.util.List;
import java.util.Optional;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.client.Client;

/**
 * The links of the clients, those that are used, taken back or run out too, until their client is erased. They are in no backup: an
 * earlier state opens nothing to anybody.
 */
public interface PrivateLinks {

    /**
     * Adds a link; adding the very same again changes nothing.
     *
     * @throws NoSuchRecord if there is no such client
     * @throws AlreadyThere if another is kept under this id or hash
     */
    void add(PrivateLink link);

    /** The one that has this hash. */
    Optional<PrivateLink> findByHash(String linkHash);

    /** This client's link, if it is open in a browser now: neither used, taken back nor run out. */
    Optional<PrivateLink> findOpen(Id<Client> client, Id<PrivateLink> id);

    /** The client's, the latest first. */
    List<PrivateLink> list(Id<Client> client);

    /**
     * Replaces a link.
     *
     * @throws StaleRecord if it was changed since
     * @throws NoSuchRecord if there is none
     */
    PrivateLink update(PrivateLink changed);
}
