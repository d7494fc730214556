package org.stillpoint.practice.plan;

import java.time.Clock;
import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.plan.PlanChoice;
import org.stillpoint.record.plan.PlanDraft;
import org.stillpoint.record.plan.SessionPlan;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** The plan of a session to come is kept as it follows now, with what the therapist chooses, as often as they choose. */
public final class KeepPlan {

    /**
     * @param key made for this once
     * @param plan which; where none is kept yet, an id made with the page
     * @param seen the version that was seen; the first where there was none
     */
    public record Command(Id<Deed> key, Id<SessionPlan> plan, Id<Client> client, Version seen, PlanChoice choice) {}

    private final UnitOfWork work;
    private final Clock clock;

    public KeepPlan(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * Answers with the plan; {@link Answer.Changed} where somebody else has kept another since, {@link Answer.No} where its session has started.
     *
     * @param draft as it follows now, which took long to work out
     */
    public Answer<SessionPlan> by(Actor actor, Command wanted, PlanDraft draft) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.KEEP_PLAN, wanted.key(), wanted.client(), wanted),
                        records -> new Answer.Done<>(keep(records, wanted, draft)),
                        records -> new Answer.Again<>(kept(records, wanted))),
                () -> work.read(actor, Act.SEE_PLAN, Optional.of(wanted.client()), records -> kept(records, wanted)));
    }

    private SessionPlan keep(Records records, Command wanted, PlanDraft draft) {
        Optional<SessionPlan> open = records.sessionPlans().findOpen(wanted.client());
        if (open.isEmpty()) {
            if (records.sessionPlans().list(wanted.client()).stream()
                    .anyMatch(plan -> plan.id().equals(wanted.plan()))) {
                throw new Refused(Rule.PLAN_IS_KEPT, wanted.plan());
            }
            SessionPlan begun =
                    SessionPlan.begun(wanted.plan(), wanted.client(), draft, wanted.choice(), clock.instant());
            records.sessionPlans().add(begun);
            return begun;
        }
        if (!open.get().id().equals(wanted.plan())) {
            throw new StaleRecord(wanted.plan(), wanted.seen(), open.get().version());
        }
        return records.sessionPlans()
                .update(open.get().with(draft, wanted.choice(), clock.instant()).seenAt(wanted.seen()));
    }

    /** The one for the session to come; on a retry after it has started, the one that was kept. */
    private static SessionPlan kept(Records records, Command wanted) {
        return records.sessionPlans()
                .findOpen(wanted.client())
                .or(() -> records.sessionPlans().list(wanted.client()).stream()
                        .filter(plan -> plan.id().equals(wanted.plan()))
                        .findFirst())
                .orElseThrow(() -> new Refused(Rule.PLAN_IS_KEPT, wanted.plan()));
    }
}
