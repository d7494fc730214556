package org.stillpoint.record.request;

import java.util.List;
import java.util.Optional;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.client.Client;

/** Where it is kept what clients ask of the practice. */
public interface ClientRequests {

    /**
     * Adds one; adding the very same again changes nothing.
     *
     * @throws AlreadyThere if another is kept under this id
     * @throws NoSuchRecord if there is no such client
     */
    void add(ClientRequest request);

    /**
     * Writes what was done; all else stays as it is kept.
     *
     * @throws StaleRecord if another version is kept
     * @throws NoSuchRecord if this client has asked no such thing
     */
    ClientRequest update(ClientRequest changed);

    Optional<ClientRequest> find(Id<Client> client, Id<ClientRequest> id);

    /** The client's, the earliest first. */
    List<ClientRequest> list(Id<Client> client);

    /**
     * Those of all clients whom the actor sees about which nobody has written what was done, the earliest first. One that cannot be read
     * hides no other.
     */
    List<ClientRequest> listOpen(int atMost);
}
