package org.stillpoint.record.plan;

import java.util.List;
import java.util.Optional;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.session.Session;

/** Where plans are kept. */
public interface SessionPlans {

    /**
     * Adds a plan; adding the very same again changes nothing.
     *
     * @throws NoSuchRecord if there is no such client
     * @throws AlreadyThere if another is kept under this id
     */
    void add(SessionPlan plan);

    /** All of this client, in the order in which they were kept. */
    List<SessionPlan> list(Id<Client> client);

    /** The one for the session to come: an act keeps at most one. */
    default Optional<SessionPlan> findOpen(Id<Client> client) {
        return list(client).stream().filter(plan -> plan.session().isEmpty()).findFirst();
    }

    /** The one that is kept with a session. */
    default Optional<SessionPlan> findOf(Id<Client> client, Id<Session> session) {
        return list(client).stream()
                .filter(plan -> plan.session().equals(Optional.of(session)))
                .findFirst();
    }

    /**
     * Replaces a plan.
     *
     * @return as it is kept now, at the next version
     * @throws StaleRecord if it was changed since
     * @throws NoSuchRecord if this client has none under this id
     */
    SessionPlan update(SessionPlan changed);

    /**
     * Takes a plan out: its session is voided, and there is another for the one to come.
     *
     * @throws StaleRecord if it was changed since
     * @throws NoSuchRecord if this client has none under this id
     */
    void remove(Id<Client> client, Id<SessionPlan> id, Version seen);
}
