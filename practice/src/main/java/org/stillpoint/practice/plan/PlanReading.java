package org.stillpoint.practice.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stillpoint.practice.plan.PlanFacts.TracedSites;
import org.stillpoint.practice.trace.TraceReading;
import org.stillpoint.practice.trace.TraceReading.Traced;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.consent.ConsentHistory;
import org.stillpoint.record.consent.SensitiveArea;
import org.stillpoint.record.plan.PlanDraft;
import org.stillpoint.record.plan.SessionPlan;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.session.OpenSession;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Site;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** The plan of a client's next session, as it follows from what is known now, with what was kept of it. */
public final class PlanReading {

    /**
     * @param draft as it follows now
     * @param kept for the session to come, with the choice
     * @param goingOn the session that goes on, with the plan that is kept with it
     */
    public record PlanView(
            Client client, PlanDraft draft, Optional<SessionPlan> kept, Optional<PlannedSession> goingOn) {}

    /** @param plan empty where none was kept before it started */
    public record PlannedSession(Id<Session> session, Optional<SessionPlan> plan) {}

    /** What the record tells, before the plan is worked out. */
    private record KeptFacts(
            Client client, PlanFacts facts, Optional<SessionPlan> kept, Optional<PlannedSession> goingOn) {}

    private final UnitOfWork work;
    private final TraceReading trace;
    private final Clock clock;

    /** @param clock in the time zone of the practice */
    public PlanReading(UnitOfWork work, TraceReading trace, Clock clock) {
        this.work = work;
        this.trace = trace;
        this.clock = clock;
    }

    /** @throws org.stillpoint.record.NoSuchRecord if there is no such client */
    public PlanView by(Actor actor, Id<Client> client) {
        return by(actor, client, trace.trace(actor, client));
    }

    /** The same where the pain was traced already. */
    public PlanView by(Actor actor, Id<Client> client, Optional<Traced> traced) {
        KeptFacts kept = work.read(actor, Act.SEE_PLAN, Optional.of(client), records -> kept(records, client, traced));
        return new PlanView(kept.client(), PlanRules.draft(kept.facts()), kept.kept(), kept.goingOn());
    }

    private KeptFacts kept(Records records, Id<Client> client, Optional<Traced> traced) {
        return new KeptFacts(
                records.clients().get(client),
                facts(records, client, traced),
                records.sessionPlans().findOpen(client),
                records.sessions()
                        .findOpen(client)
                        .map(OpenSession::id)
                        .map(session -> new PlannedSession(
                                session, records.sessionPlans().findOf(client, session))));
    }

    private PlanFacts facts(Records records, Id<Client> client, Optional<Traced> traced) {
        ConsentHistory consent = records.consents().list(client);
        return new PlanFacts(
                LocalDate.now(clock),
                clock.getZone(),
                records.sessions().list(client).stream()
                        .filter(EndedSession.class::isInstance)
                        .map(EndedSession.class::cast)
                        .toList(),
                traced.map(answer -> new TracedSites(
                        answer.places().stream()
                                .<Site>map(worth ->
                                        new Site.MuscleSite(worth.muscles().getFirst()))
                                .toList(),
                        answer.map().at())),
                traced.flatMap(Traced::found),
                records.history().list(client),
                records.touchMaps().list(client),
                Arrays.stream(SensitiveArea.values())
                        .filter(area -> consent.isSigned(area, clock.instant(), clock.getZone()))
                        .collect(Collectors.toUnmodifiableSet()),
                records.checkIns().list(client),
                latest(records.safetyChecks().list(client)));
    }

    private static <T> Optional<T> latest(List<T> inTime) {
        return inTime.isEmpty() ? Optional.empty() : Optional.of(inTime.getLast());
    }

    /** What was kept with the session that goes on, or else is so now. */
    public static PlanDraft draft(PlanView seen) {
        return seen.goingOn()
                .flatMap(PlannedSession::plan)
                .map(SessionPlan::draft)
                .orElse(seen.draft());
    }

    /**
     * Where hands are to come first: by what was kept with the session that goes on; for one to come by what was moved up, and then by the plan
     * as it follows now, with the choice that was kept.
     */
    public static List<Site> order(PlanView seen) {
        Optional<List<Site>> kept = seen.goingOn().isPresent()
                ? seen.goingOn().get().plan().map(SessionPlan::order)
                : seen.kept()
                        .map(plan -> Stream.concat(
                                        plan.movedUp(),
                                        plan.with(seen.draft(), plan.choice(), plan.keptAt()).order().stream())
                                .distinct()
                                .toList());
        return kept.orElseGet(
                () -> seen.draft().places().stream().map(place -> place.site()).toList());
    }
}
