package org.stillpoint.practice.trace;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.practice.body.StandardBody;
import org.stillpoint.practice.life.OwnParameters;
import org.stillpoint.practice.touch.TouchCheck;
import org.stillpoint.record.Id;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.examination.Examination;
import org.stillpoint.record.examination.Grade;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.session.OpenSession;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.touch.TouchMap;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;
import org.stillpoint.trace.Place;
import org.stillpoint.trace.Route;
import org.stillpoint.trace.Trace;

/** Traces a client's newest marked pain, with what hands found since, and the relief to expect of this person. */
public final class TraceReading {

    /** How closely single releases keep to a person's mean: the sum of the parameters of the beta distribution of the extent. Assumed, 2026. */
    private static final double RELEASE_STEADINESS = 4;

    private final UnitOfWork work;
    private final OwnParameters persons;
    private final Tracing tracing;
    private final Clock clock;

    /** @param clock in the time zone of the practice */
    public TraceReading(UnitOfWork work, OwnParameters persons, StandardBody body, Clock clock) {
        this.work = work;
        this.persons = persons;
        this.tracing = new Tracing(body);
        this.clock = clock;
    }

    /**
     * Where a trace starts from.
     *
     * @param client whose
     * @param told every event that the client has told
     * @param map the newest map, if any pain is marked on it
     * @param goingOn the session that goes on with this client
     */
    public record TraceStart(
            Client client, List<TraumaEvent> told, Optional<BodyMap> map, Optional<Id<Session>> goingOn) {}

    /**
     * What the model makes of a client's pain.
     *
     * @param found what hands have found in this state of the body, as far as it went into this answer
     * @param told every event that the client has told
     * @param places those worth feeling, the one that accounts for most pain first
     * @param unexplained share of the marked pain that no place accounts for, 0 to 1
     * @param unknownComesFirst whether that is more than any one place accounts for
     * @param release share of what is held that lets go at a release of this person on average; 0 where no place was found
     * @param hand how far the practice's hands are trusted
     * @param next where a palpating hand would tell most, whether or not a place was found
     */
    public record Traced(
            BodyMap map,
            Optional<Examination> found,
            List<TraumaEvent> told,
            List<Worth> places,
            double unexplained,
            boolean unknownComesFirst,
            double release,
            HandTrusted hand,
            List<Next> next) {}

    /**
     * How far a palpating hand is trusted.
     *
     * @param feltTwice muscles that were felt twice in this practice, from which it is learned
     * @param sensitivity probability of finding any restriction at a muscle that holds
     * @param specificity probability of finding none at one that does not
     * @param ratios how many times likelier each grade, none to strong, is at a muscle that holds than at one that does not
     */
    public record HandTrusted(int feltTwice, double sensitivity, double specificity, List<Double> ratios) {
        private static HandTrusted of(OwnHands own) {
            return new HandTrusted(
                    own.feltTwice(),
                    own.hand().sensitivity(),
                    own.hand().specificity(),
                    IntStream.rangeClosed(Grade.LEAST, Grade.MOST)
                            .mapToObj(own.hand()::ratio)
                            .toList());
        }
    }

    /**
     * A place worth feeling: muscles that the marked pain does not tell apart.
     *
     * @param muscles the most probable first
     * @param rank of each of them beside the first, 0 to 1
     * @param purity least agreement between the pain patterns of two of them; 1 for a single one
     * @param share of the marked pain that it accounts for, 0 to 1
     * @param bumps how many times as likely the map would be if an anonymous source stood in its place, which knows nothing of muscles
     * @param touchedBy ids of the told events that touched it, in the order told; never a statement of cause
     * @param relief that is to be expected if it let go as far as this person's releases do, were the model right
     * @param ways by which a contraction held there would reach the pain
     */
    public record Worth(
            List<MuscleId> muscles,
            List<Double> rank,
            double purity,
            double share,
            double bumps,
            List<String> touchedBy,
            ExpectedRelief relief,
            Ways ways) {}

    /**
     * Share of the marked pain that is expected to fade.
     *
     * @param low with {@code high} the interval that holds it in four cases of five
     */
    public record ExpectedRelief(double mean, double low, double high) {}

    /** The ways from a place to each painful region, as the model walks them. */
    public record Ways(List<Route> routes) {

        /** The strongest way to each region, as a line through the body. */
        public List<WayLine> lines(Atlas atlas) {
            return routes.stream()
                    .map(route -> WayLine.of(atlas, route.ways().getFirst()))
                    .toList();
        }
    }

    /**
     * A place to feel next.
     *
     * @param muscles those that a hand feels as one there, the most probable first
     * @param touchedBy ids of the told events that touched it, in the order told
     * @param restricted the answer if it is found clearly restricted
     * @param nothing the answer if nothing is found there
     */
    public record Next(List<MuscleId> muscles, List<String> touchedBy, IfFelt restricted, IfFelt nothing) {}

    /**
     * What the answer would become.
     *
     * @param firsts the most probable muscle of each place that would stand out, that of the largest share first
     * @param explained share of the marked pain that they would account for together, 0 where there are none
     */
    public record IfFelt(List<MuscleId> firsts, double explained) {
        private static IfFelt of(Trace trace) {
            return new IfFelt(
                    trace.places().stream()
                            .map(place -> place.muscles().getFirst())
                            .toList(),
                    trace.places().isEmpty() ? 0 : 1 - trace.unexplained());
        }
    }

    /** @throws org.stillpoint.record.NoSuchRecord if there is no such client */
    public TraceStart by(Actor actor, Id<Client> id) {
        return work.read(
                actor,
                Act.SEE_TRACE,
                Optional.of(id),
                records -> new TraceStart(
                        records.clients().get(id),
                        records.history().list(id),
                        MarkedPain.find(records.bodyMaps(), id),
                        records.sessions().findOpen(id).map(OpenSession::id)));
    }

    /**
     * The trace; empty where no pain is marked.
     *
     * @throws org.stillpoint.record.NoSuchRecord if there is no such client
     */
    public Optional<Traced> trace(Actor actor, Id<Client> id) {
        return work.read(
                actor,
                Act.SEE_TRACE,
                Optional.of(id),
                records -> MarkedPain.find(records.bodyMaps(), id).map(map -> traced(records, map)));
    }

    private Traced traced(Records records, BodyMap map) {
        List<TraumaEvent> told = records.history().list(map.client());
        Optional<Examination> found = records.examinations()
                .findLatest(map.client())
                .filter(kept -> MarkedPain.sameState(kept, map, clock.getZone()))
                .filter(examination -> !examination.isEmpty());
        OwnHands hands = OwnHands.of(records, map.client());
        Optional<TouchMap> touch = records.touchMaps().findLatest(map.client());
        Tracing.RoutedTrace answer =
                tracing.trace(map, found, hands.hand(), told, muscle -> TouchCheck.isClosed(touch, muscle));
        Trace trace = answer.trace();
        double release = trace.places().isEmpty()
                ? 0
                : persons.release(records, map.client()).middle();
        List<Worth> worth = IntStream.range(0, trace.places().size())
                .mapToObj(p ->
                        worth(trace.places().get(p), new Ways(answer.routes().get(p)), release))
                .toList();
        return new Traced(
                map,
                found,
                told,
                worth,
                trace.unexplained(),
                trace.unknownComesFirst(),
                release,
                HandTrusted.of(hands),
                answer.next().stream()
                        .map(next -> new Next(
                                next.place().muscles(),
                                next.place().touchedBy(),
                                IfFelt.of(next.restricted()),
                                IfFelt.of(next.nothing())))
                        .toList());
    }

    private static Worth worth(Place place, Ways ways, double release) {
        Place.Relief relief = place.relief(RELEASE_STEADINESS * release, RELEASE_STEADINESS * (1 - release));
        return new Worth(
                place.muscles(),
                Arrays.stream(place.inclusion())
                        .mapToObj(inclusion -> inclusion / place.inclusion()[0])
                        .toList(),
                place.purity(),
                place.share(),
                place.bumps(),
                place.touchedBy(),
                new ExpectedRelief(relief.mean(), relief.low(), relief.high()),
                ways);
    }
}
