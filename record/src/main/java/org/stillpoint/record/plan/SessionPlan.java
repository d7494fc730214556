package org.stillpoint.record.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.stillpoint.record.Id;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Site;

/**
 * A plan with the choice beside it. It is changed until its session starts; from then on it is kept with the session, as it was.
 *
 * @param keptAt when it was kept as it stands
 * @param draft as it followed from what was known then
 * @param session that was held after it; empty as long as none was started
 * @param version grows with each change
 */
public record SessionPlan(
        Id<SessionPlan> id,
        Id<Client> client,
        Instant keptAt,
        PlanDraft draft,
        PlanChoice choice,
        Optional<Id<Session>> session,
        Version version) {

    /** For a session to come. */
    public static SessionPlan begun(
            Id<SessionPlan> id, Id<Client> client, PlanDraft draft, PlanChoice choice, Instant now) {
        return new SessionPlan(id, client, now, draft, choice, Optional.empty(), Version.FIRST);
    }

    /** As it follows now, with the choice; hand it to {@link SessionPlans#update}, as with each of the following. */
    public SessionPlan with(PlanDraft newDraft, PlanChoice newChoice, Instant now) {
        if (session.isPresent()) {
            throw new Refused(Rule.PLAN_IS_KEPT, id);
        }
        return new SessionPlan(id, client, now, newDraft, newChoice, session, version);
    }

    /** Kept with a session, or for one to come where it is empty. */
    public SessionPlan of(Optional<Id<Session>> held) {
        return new SessionPlan(id, client, keptAt, draft, choice, held, version);
    }

    /** The same, as seen at another version. */
    public SessionPlan seenAt(Version seen) {
        return new SessionPlan(id, client, keptAt, draft, choice, session, seen);
    }

    /** Where hands are to come, in this order: what was moved up, places of one's own, then what is taken as planned. */
    public List<Site> order() {
        return Stream.of(movedUp(), choice.own().stream(), planned(site -> choice.turn(site) == PlanTurn.AS_PLANNED))
                .flatMap(each -> each)
                .distinct()
                .toList();
    }

    /** What was planned and comes before everything else. */
    public Stream<Site> movedUp() {
        return planned(site -> choice.turn(site) == PlanTurn.MOVED_UP);
    }

    private Stream<Site> planned(Predicate<Site> which) {
        return draft.places().stream().map(PlannedPlace::site).filter(which);
    }

    /** Hides what was chosen. */
    @Override
    public String toString() {
        return "SessionPlan[" + id + "]";
    }
}
