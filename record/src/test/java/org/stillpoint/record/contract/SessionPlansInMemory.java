package org.stillpoint.record.contract;

import java.util.Comparator;
import java.util.List;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.plan.SessionPlan;
import org.stillpoint.record.plan.SessionPlans;

/** The plans, in memory. */
final class SessionPlansInMemory implements SessionPlans {
    private static final Comparator<SessionPlan> IN_TIME =
            Comparator.comparing(SessionPlan::keptAt).thenComparing(SessionPlan::id);

    private final OfAClient<SessionPlan> plans;
    private final SessionsInMemory sessions;

    SessionPlansInMemory(Memory memory, ClientsInMemory clients, SessionsInMemory sessions) {
        this.sessions = sessions;
        plans = new OfAClient<>(
                "plan",
                memory,
                clients,
                SessionPlan::id,
                SessionPlan::client,
                SessionPlan::version,
                SessionPlan::seenAt);
    }

    @Override
    public void add(SessionPlan plan) {
        plan.session().ifPresent(session -> sessions.head(plan.client(), session));
        plans.add(plan, SessionPlan::equals);
    }

    @Override
    public List<SessionPlan> list(Id<Client> client) {
        return plans.list(client, IN_TIME);
    }

    @Override
    public SessionPlan update(SessionPlan changed) {
        return plans.replace(changed, (kept, wanted) -> wanted);
    }

    @Override
    public void remove(Id<Client> client, Id<SessionPlan> id, Version seen) {
        plans.remove(client, id, seen);
    }
}
