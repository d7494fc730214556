package org.stillpoint.record.safety;

import java.util.List;
import java.util.Optional;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.client.Client;

/** Where the safety checks are kept. */
public interface SafetyChecks {

    /**
     * Adds a check; adding the very same again changes nothing.
     *
     * @throws AlreadyThere if another check is kept under this id
     * @throws NoSuchRecord if there is no such client
     */
    void add(SafetyCheck check);

    /** The client's checks, the earliest first. */
    List<SafetyCheck> list(Id<Client> client);

    /** The safety check under this id, where it is this client's. */
    Optional<SafetyCheck> find(Id<Client> client, Id<SafetyCheck> id);

    /**
     * The safety check under this id.
     *
     * @throws NoSuchRecord if this client has no such safety check
     */
    default SafetyCheck get(Id<Client> client, Id<SafetyCheck> id) {
        return find(client, id).orElseThrow(() -> new NoSuchRecord("safety check", id));
    }
}
