package org.stillpoint.practice.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.memory.ToldEvent;
import org.stillpoint.practice.body.StandardBody;
import org.stillpoint.practice.body.ToldOnBody;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.examination.Examination;
import org.stillpoint.record.examination.Finding;
import org.stillpoint.record.examination.Grade;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.trace.Hand;
import org.stillpoint.trace.NextPlace;
import org.stillpoint.trace.Note;
import org.stillpoint.trace.Observation;
import org.stillpoint.trace.Palpation;
import org.stillpoint.trace.Place;
import org.stillpoint.trace.Route;
import org.stillpoint.trace.Trace;

/** Asks the body model where the marked pain may come from. */
final class Tracing {

    /** Places to feel next that are named: as many as a person takes in at a glance. */
    private static final int MOST_NEXT = 4;

    /** Of the grades, the middle one of those that speak for a muscle. */
    private static final int CLEAR = 2;

    /** Regions to which the way from a place is told. */
    private static final int MOST_ROUTES = 3;

    private final StandardBody body;
    private final Atlas atlas;
    private final ToldOnBody told;

    Tracing(StandardBody body) {
        this.body = body;
        this.atlas = body.atlas();
        this.told = new ToldOnBody(body);
    }

    /**
     * What the model makes of a body map.
     *
     * @param routes of each place, in the order of the trace, the ways to the pain
     * @param next where a palpating hand would tell most, whether or not the trace found a place
     */
    record RoutedTrace(Trace trace, List<List<Route>> routes, List<NextTraced> next) {}

    /**
     * A place to feel next.
     *
     * @param restricted the trace if it is found clearly restricted
     * @param nothing the trace if nothing is found
     */
    record NextTraced(NextPlace place, Trace restricted, Trace nothing) {}

    /** The places that a map alone speaks for, with the events that the client has told. */
    List<Place> places(BodyMap map, List<TraumaEvent> events) {
        return body.trace()
                .trace(
                        Observation.of(atlas, marked(map)),
                        events.stream().map(told::resolve).toList())
                .places();
    }

    private Map<RegionCode, Double> marked(BodyMap map) {
        Map<RegionCode, Double> pain = new HashMap<>();
        map.pain().forEach((region, score) -> {
            if (told.has(region)) {
                pain.put(region, score.value());
            }
        });
        return pain;
    }

    /**
     * Traces a body map, with what hands found, how far they are to be trusted, and the events that the client has told.
     *
     * @param closed where hands are never welcome: no such place is one to feel next
     */
    RoutedTrace trace(
            BodyMap map, Optional<Examination> found, Hand hand, List<TraumaEvent> events, Predicate<MuscleId> closed) {
        List<Palpation> felt = palpations(found);
        Observation observation =
                Observation.of(atlas, marked(map)).with(felt, hand).noting(notes(found));
        List<ToldEvent> resolved = events.stream().map(told::resolve).toList();
        Trace trace = body.trace().trace(observation, resolved);
        List<List<Route>> routes = trace.places().stream()
                .map(place -> body.trace().routes(place, observation, MOST_ROUTES))
                .toList();
        List<NextTraced> next = body.trace().next(trace, observation, resolved, Integer.MAX_VALUE).stream()
                .filter(place -> place.muscles().stream().noneMatch(closed))
                .limit(MOST_NEXT)
                .map(place -> new NextTraced(
                        place,
                        body.trace().trace(observation.with(and(felt, place, CLEAR), hand), resolved),
                        body.trace().trace(observation.with(and(felt, place, Grade.LEAST), hand), resolved)))
                .toList();
        return new RoutedTrace(trace, routes, next);
    }

    private static List<Palpation> and(List<Palpation> felt, NextPlace place, int grade) {
        return Stream.concat(felt.stream(), place.muscles().stream().map(muscle -> Palpation.of(muscle, grade)))
                .toList();
    }

    /** A hand does not tell the muscles of one place apart: what it felt at one of them counts for those of which it said nothing itself. */
    private List<Palpation> palpations(Optional<Examination> found) {
        Map<MuscleId, Palpation> own = new TreeMap<>();
        known(found)
                .forEach((muscle, finding) -> finding.restriction()
                        .ifPresent(felt -> own.put(
                                muscle,
                                new Palpation(
                                        muscle,
                                        felt.value(),
                                        finding.tenderness().map(Grade::value).orElse(Palpation.NOT_ASKED)))));
        Map<MuscleId, Palpation> all = new TreeMap<>(own);
        own.forEach((muscle, felt) -> atlas.handPlace(muscle.value())
                .muscles()
                .forEach(id -> all.putIfAbsent(
                        new MuscleId(id), new Palpation(new MuscleId(id), felt.grade(), felt.tenderness()))));
        return List.copyOf(all.values());
    }

    private List<Note> notes(Optional<Examination> found) {
        List<Note> notes = new ArrayList<>();
        known(found)
                .forEach((muscle, finding) ->
                        finding.tension().ifPresent(seen -> notes.add(new Note.TensionNote(muscle, seen.value()))));
        found.map(Examination::limits).orElseGet(TreeMap::new).forEach((joint, limit) -> {
            if (atlas.joints().find(joint.value()).isPresent()) {
                notes.add(new Note.MotionNote(joint, limit.value()));
            }
        });
        return notes;
    }

    /** Findings at muscles that the atlas has (still). */
    private Map<MuscleId, Finding> known(Optional<Examination> found) {
        Map<MuscleId, Finding> known =
                new TreeMap<>(found.map(Examination::findings).orElseGet(TreeMap::new));
        known.keySet().removeIf(muscle -> atlas.muscles().find(muscle.value()).isEmpty());
        return known;
    }
}
