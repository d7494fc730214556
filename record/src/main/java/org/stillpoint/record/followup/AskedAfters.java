package org.stillpoint.record.followup;

import java.util.List;
import java.util.Optional;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.session.Session;

/** Where it is kept that clients were asked after their sessions. */
public interface AskedAfters {

    /**
     * Adds it; adding the very same again changes nothing.
     *
     * @throws AlreadyThere if another is kept under this id
     * @throws NoSuchRecord if this client has no such session
     */
    void add(AskedAfter asked);

    /** All of this client, the earliest first. */
    List<AskedAfter> list(Id<Client> client);

    /** The first after this session. */
    default Optional<AskedAfter> findFirst(Id<Client> client, Id<Session> session) {
        return list(client).stream()
                .filter(asked -> asked.session().equals(session))
                .findFirst();
    }
}
