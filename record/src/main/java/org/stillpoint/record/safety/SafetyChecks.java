package org.stillpoint.record.safety;

import java.util.List;
import java.util.Optional;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
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

    /**
     * Mends what was found and on whose word a session was held all the same.
     *
     * @param changed carries the version that was seen; its client and instant stay as they are kept
     * @return the check as kept now
     * @throws StaleRecord if another version is kept
     * @throws NoSuchRecord if this client has no such check
     */
    SafetyCheck update(SafetyCheck changed);

    /**
     * Takes out one that was made by mistake and no session rests on.
     *
     * @param seen the version that was seen
     * @throws StaleRecord if another version is kept
     * @throws NoSuchRecord if this client has no such check
     */
    void remove(Id<Client> client, Id<SafetyCheck> id, Version seen);

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
