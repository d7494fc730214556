package org.stillpoint.record.retention;

import java.util.List;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.client.Client;

/** Where the practice's rule and the holds are kept. */
public interface Retention {

    /** The practice's rule; the usual one where none was set. */
    RetentionRule rule();

    void setRule(RetentionRule rule);

    /**
     * Adds a hold; adding the very same again changes nothing.
     *
     * @throws AlreadyThere if another hold is kept under this id
     * @throws NoSuchRecord if there is no such client
     */
    void add(LegalHold hold);

    /**
     * Lifts a hold.
     *
     * @throws StaleRecord if another version is kept
     * @throws NoSuchRecord if this client has no such hold
     */
    LegalHold update(LegalHold lifted);

    /** The client's holds, lifted ones too, the earliest first. */
    List<LegalHold> list(Id<Client> client);

    /** All holds that stand, the earliest first. */
    List<LegalHold> listStanding();

    /** Whether a hold of this client stands. */
    default boolean isHeld(Id<Client> client) {
        return list(client).stream().anyMatch(LegalHold::stands);
    }
}
