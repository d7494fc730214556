package org.stillpoint.practice.outcome;

import java.time.Instant;
import org.stillpoint.record.Id;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Records;

/** What holds for everything that is sealed before what it speaks of. */
final class Ahead {

    private Ahead() {}

    /**
     * That nothing is known yet of what is spoken of: a check-in with a date ahead would be.
     *
     * @param from first instant of the target
     * @param what is sealed
     * @throws Refused if the client has a check-in from then on
     */
    static void requireUnseen(Records records, Id<Client> client, Instant from, Id<?> what) {
        if (records.checkIns().isAnyFrom(client, from)) {
            throw new Refused(Rule.TARGET_HAS_COME, what);
        }
    }
}
