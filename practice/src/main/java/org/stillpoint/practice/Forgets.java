package org.stillpoint.practice;

import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;

/** Holds in memory what was worked out of people's records, and lets go of it when somebody is erased. */
public interface Forgets {

    /** Forgets a client who is erased. */
    void forget(Id<Client> client);
}
