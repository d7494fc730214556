package org.stillpoint.record.today;

import java.time.Instant;
import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.session.Session;

/**
 * Where a client stands, as a list shows it. The instants are whole milliseconds.
 *
 * @param client who
 * @param openSession the session that goes on, where one does
 * @param lastSession when the latest session started
 * @param lastCheckIn when the latest check-in was given
 * @param checkIns how many check-ins there are
 * @param worse whether something worse, said or judged, is an open matter
 */
public record Standing(
        Client client,
        Optional<Id<Session>> openSession,
        Optional<Instant> lastSession,
        Optional<Instant> lastCheckIn,
        int checkIns,
        boolean worse) {}
