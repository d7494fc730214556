package org.stillpoint.practice.outcome;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.practice.Forgets;
import org.stillpoint.practice.outcome.CoreDomains.MeasuredClient;
import org.stillpoint.practice.outcome.PlanYears.PlannedOutcome;
import org.stillpoint.record.Id;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.ledger.LedgerEntry;
import org.stillpoint.record.plan.SessionPlan;
import org.stillpoint.record.questionnaire.QuestionnaireScore;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** What the practice as a whole has seen, to whoever runs it: everybody's outcome; to a therapist: that of their own clients. */
public final class PracticeReading implements Forgets {

    /** A reading of the whole practice is kept for this many times as long as it took to make; own choice, 2026. */
    private static final int KEPT_FOR_TIMES = 10;

    /** Clients whose records are in memory at once; own choice, 2026. */
    private static final int AT_ONCE = 500;

    private final UnitOfWork work;
    private final Atlas atlas;
    private final Clock clock;
    private final Map<Actor, Latest> latest = new ConcurrentHashMap<>();

    public PracticeReading(UnitOfWork work, Atlas atlas, Clock clock) {
        this.work = work;
        this.atlas = atlas;
        this.clock = clock;
    }

    /** Everybody at one instant, and until when that is good enough. */
    private record Latest(Map<Id<Client>, CountedClient> everybody, Instant goodUntil) {}

    private static final Latest NOTHING = new Latest(Map.of(), Instant.MIN);

    /** What came of one client, and of their sessions by their plans. */
    private record CountedClient(ClientOutcome outcome, List<PlannedOutcome> planned, MeasuredClient measured) {}

    /** What the record keeps of one client, before anything is worked out. */
    private record KeptClient(
            Id<Client> client,
            List<CheckIn> diary,
            List<Session> held,
            List<TraumaEvent> events,
            List<SessionPlan> plans,
            List<QuestionnaireScore> scores) {}

    /** A client with what came of it. */
    public record PersonOutcome(Client client, ClientOutcome outcome) {}

    /**
     * The practice as a whole.
     *
     * @param everybody who is kept, by name; of people who are made up nobody, but where all are
     * @param skill how good its forecasts were
     * @param plans sessions by whether their plan was followed
     * @param domains what was measured of those who had a session
     */
    public record PracticeView(
            List<PersonOutcome> everybody, ForecastSkill skill, PlanYears plans, CoreDomains domains) {

        /** Whether there is nothing to show yet: nobody had a session, and no forecast was sealed. */
        public boolean isEmpty() {
            return skill.sealed() == 0
                    && everybody.stream().noneMatch(person -> person.outcome().hasBegun());
        }
    }

    public PracticeView by(Actor actor) {
        List<Client> kept = counted(read(actor, records -> records.clients().list()));
        Map<Id<Client>, CountedClient> outcomes = outcomes(actor, kept);
        List<PersonOutcome> everybody = new ArrayList<>();
        List<PlannedOutcome> planned = new ArrayList<>();
        List<MeasuredClient> measured = new ArrayList<>();
        for (Client client : kept) {
            CountedClient counted = outcomes.get(client.id());
            if (counted != null) { // else they came while everybody else is read rarely
                everybody.add(new PersonOutcome(client, counted.outcome()));
                planned.addAll(counted.planned());
                measured.add(counted.measured());
            }
        }
        Set<Id<Client>> seen = kept.stream().map(Client::id).collect(Collectors.toSet());
        List<LedgerEntry> sealed = read(actor, records -> records.ledger().list()).stream()
                .filter(entry -> seen.contains(entry.client()))
                .toList();
        return new PracticeView(
                everybody, ForecastSkill.of(Forecast.among(sealed)), PlanYears.of(planned), CoreDomains.of(measured));
    }

    /** Whoever is made up counts only where everybody is, as in a practice that is tried out. */
    private static List<Client> counted(List<Client> all) {
        List<Client> real = all.stream().filter(client -> !client.madeUp()).toList();
        return real.isEmpty() ? all : real;
    }

    @Override
    public void forget(Id<Client> client) {
        latest.values().forEach(each -> each.everybody().remove(client));
    }

    private <T> T read(Actor actor, Function<Records, T> reading) {
        return work.read(actor, Act.SEE_PRACTICE, Optional.empty(), reading);
    }

    private Map<Id<Client>, CountedClient> outcomes(Actor actor, List<Client> kept) {
        Instant begun = clock.instant();
        Latest good = latest.getOrDefault(actor, NOTHING);
        if (begun.isBefore(good.goodUntil())) {
            good.everybody().keySet().retainAll(kept.stream().map(Client::id).collect(Collectors.toSet()));
            return good.everybody();
        }
        Map<Id<Client>, CountedClient> everybody = new ConcurrentHashMap<>();
        for (int from = 0; from < kept.size(); from += AT_ONCE) {
            List<Client> some = kept.subList(from, Math.min(kept.size(), from + AT_ONCE));
            read(actor, records -> kept(records, some)).parallelStream()
                    .forEach(one -> everybody.put(one.client(), counted(one, begun)));
        }
        Duration took = Duration.between(begun, clock.instant());
        latest.put(actor, new Latest(everybody, clock.instant().plus(took.multipliedBy(KEPT_FOR_TIMES))));
        return everybody;
    }

    private CountedClient counted(KeptClient one, Instant now) {
        return new CountedClient(
                ClientOutcome.of(one.client(), one.diary(), one.held(), one.events(), atlas, now),
                PlanYears.of(one.diary(), one.held(), one.plans(), clock.getZone(), now),
                MeasuredClient.of(one.diary(), one.held(), one.scores()));
    }

    private static KeptClient kept(Records records, Id<Client> id) {
        return new KeptClient(
                id,
                records.checkIns().list(id),
                records.sessions().list(id),
                records.history().list(id),
                records.sessionPlans().list(id),
                records.questionnaireScores().list(id));
    }

    /** One after another, as one unit of work reads; working it out afterwards is shared among the processors. */
    private static List<KeptClient> kept(Records records, List<Client> clients) {
        return clients.stream()
                .map(Client::id)
                .flatMap(id -> records.keeping().tryReading(id, () -> kept(records, id)).stream())
                .toList();
    }
}
