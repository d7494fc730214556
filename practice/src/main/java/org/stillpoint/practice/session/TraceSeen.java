package org.stillpoint.practice.session;

import java.time.Instant;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.work.Audit;

/** Whether somebody had opened the trace of a client in a visit before hands gave a direction: the account of readings says so. */
public final class TraceSeen {
    private final Audit audit;

    public TraceSeen(Audit audit) {
        this.audit = audit;
    }

    /** @param by until when; the visit begins as long before the session as its safety check is good */
    public boolean before(Id<Client> client, Session session, Instant by) {
        return audit.isTraceSeen(client, session.startedAt().minus(SafetyCheck.GOOD_FOR), by);
    }
}
