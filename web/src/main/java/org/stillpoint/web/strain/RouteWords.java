package org.stillpoint.web.strain;

import java.util.List;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.Segment;
import org.stillpoint.practice.body.HoldReading;
import org.stillpoint.strain.Carrier;
import org.stillpoint.strain.Explanation;
import org.stillpoint.strain.Place;
import org.stillpoint.web.view.Places;

/** Puts an explanation into names and into a line that can be drawn on the body. */
final class RouteWords {

    /** Elements named beside the routes. */
    private static final int CARRIERS = 8;

    private final Atlas atlas;
    private final Places places;

    RouteWords(Atlas atlas) {
        this.atlas = atlas;
        this.places = new Places(atlas);
    }

    /**
     * An explanation for the page.
     *
     * @param effect per unit contraction, as in {@link Explanation}
     * @param rest share of posture control, ground, weight and resting tension together
     */
    record Told(double effect, List<Way> routes, List<Part> carriers, double rest) {}

    /**
     * One route.
     *
     * @param start name of the segment where it starts
     * @param share what its weakest element carries
     * @param path x, y, z in turn, m, from the held muscle to the place
     */
    record Way(String start, double share, List<Leg> steps, double[] path) {}

    /**
     * From one segment to the next.
     *
     * @param kind {@code muscle}, {@code fascia}, {@code scar}, {@code joint}, {@code ground} or {@code posture}
     * @param share of the element in the whole effect; below 0: it works against it
     */
    record Leg(String from, String kind, String by, String to, double share) {}

    /** An element and its share, as in {@link Leg}. */
    record Part(String kind, String name, double share) {}

    Told told(HoldReading.Explained explained) {
        Explanation explanation = explained.explanation();
        return new Told(
                explanation.effect(),
                explanation.routes().stream().map(r -> way(explanation, r)).toList(),
                explanation.carriers().stream()
                        .limit(CARRIERS)
                        .map(c -> new Part(kind(c.carrier()), places.name(c.carrier()), c.share()))
                        .toList(),
                explanation.rest());
    }

    private Way way(Explanation explanation, Explanation.Route route) {
        List<Leg> legs = route.steps().stream()
                .map(s -> new Leg(segment(s.from()), kind(s.by()), places.name(s.by()), segment(s.to()), s.share()))
                .toList();
        return new Way(segment(route.start()), route.weakest(), legs, path(explanation, route));
    }

    private double[] path(Explanation explanation, Explanation.Route route) {
        RouteLine line = new RouteLine(atlas).along(explanation.muscle(), route.start());
        String end = route.start();
        for (Explanation.Step step : route.steps()) {
            line.by(step.by(), step.from(), step.to());
            end = step.to();
        }
        switch (explanation.place()) {
            case Place.OfMuscle muscle -> line.outAlong(muscle.id(), end);
            case Place.OfJoint joint -> line.to(atlas.joints().get(joint.id()).centre());
            case Place.OfSegment segment ->
                line.to(atlas.bodies().get(segment.id()).centreOfMass());
        }
        return line.coordinates();
    }

    private String segment(String id) {
        return id.equals(RouteLine.GROUND)
                ? "The ground"
                : atlas.bodies().find(id).map(Segment::name).orElse(id);
    }

    private static String kind(Carrier carrier) {
        return switch (carrier) {
            case Carrier.MuscleFibres fibres -> "muscle";
            case Carrier.FascialContinuity continuity -> "fascia";
            case Carrier.ScarStrand scar -> "scar";
            case Carrier.JointTissue joint -> "joint";
            case Carrier.Ground ground -> "ground";
            case Carrier.Posture posture -> "posture";
        };
    }
}
