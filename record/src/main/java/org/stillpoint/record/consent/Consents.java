package org.stillpoint.record.consent;

import java.util.Optional;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.client.Client;

/** What was said about the clients' consents: only ever added to, until a client is erased. */
public interface Consents {

    /**
     * Adds what was said; adding the very same again changes nothing.
     *
     * @throws NoSuchRecord if there is no such client
     * @throws AlreadyThere if another is kept under this id
     */
    void add(ConsentEntry entry);

    /** The client's entry under this id. */
    Optional<ConsentEntry> find(Id<Client> client, Id<ConsentEntry> id);

    /** All of the client's. */
    ConsentHistory list(Id<Client> client);
}
