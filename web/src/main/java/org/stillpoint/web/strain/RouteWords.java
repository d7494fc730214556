package org.stillpoint.web.strain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.FascialLink;
import org.stillpoint.anatomy.MuscleLine;
import org.stillpoint.anatomy.PathPoint;
import org.stillpoint.anatomy.Point;
import org.stillpoint.anatomy.Segment;
import org.stillpoint.strain.Carrier;
import org.stillpoint.strain.Explanation;
import org.stillpoint.strain.Place;
import org.stillpoint.web.view.Places;

/** Puts an explanation into names and into a line that can be drawn on the body. */
final class RouteWords {

    private static final String GROUND = "ground";

    /** Elements named beside the routes. */
    private static final int CARRIERS = 8;

    private final Atlas atlas;

    RouteWords(Atlas atlas) {
        this.atlas = atlas;
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

    Told told(Explanation explanation) {
        return new Told(
                explanation.effect(),
                explanation.routes().stream().map(r -> way(explanation, r)).toList(),
                explanation.carriers().stream()
                        .limit(CARRIERS)
                        .map(c -> new Part(kind(c.carrier()), name(c.carrier()), c.share()))
                        .toList(),
                explanation.rest());
    }

    private Way way(Explanation explanation, Explanation.Route route) {
        List<Leg> legs = route.steps().stream()
                .map(s -> new Leg(segment(s.from()), kind(s.by()), name(s.by()), segment(s.to()), s.share()))
                .toList();
        return new Way(segment(route.start()), route.weakest(), legs, path(explanation, route));
    }

    private double[] path(Explanation explanation, Explanation.Route route) {
        List<Point> points = new ArrayList<>(muscleTo(explanation.muscle(), route.start()));
        String end = route.start();
        for (Explanation.Step step : route.steps()) {
            points.addAll(points(step, points));
            end = step.to();
        }
        switch (explanation.place()) {
            case Place.OfMuscle muscle ->
                points.addAll(muscleTo(muscle.id(), end).reversed());
            case Place.OfJoint joint ->
                points.add(atlas.joints().get(joint.id()).centre());
            case Place.OfSegment segment -> points.add(centre(segment.id()));
        }
        return points.stream()
                .flatMapToDouble(p -> java.util.stream.DoubleStream.of(p.x(), p.y(), p.z()))
                .map(v -> Math.round(v * 1e4) / 1e4)
                .toArray();
    }

    /** The line of a muscle that touches a segment, from its far end to there; empty where none does. */
    private List<Point> muscleTo(String muscle, String segment) {
        return atlas.muscles().get(muscle).lines().stream()
                .flatMap(line -> towards(line, segment).stream())
                .findFirst()
                .orElse(List.of());
    }

    private static Optional<List<Point>> towards(MuscleLine line, String segment) {
        List<Point> points = line.points().stream().map(PathPoint::position).toList();
        for (int i = points.size() - 1; i >= 0; i--) {
            if (line.points().get(i).body().equals(segment)) {
                return Optional.of(i == 0 ? points.reversed() : points.subList(0, i + 1));
            }
        }
        return Optional.empty();
    }

    private List<Point> points(Explanation.Step step, List<Point> before) {
        return switch (step.by()) {
            case Carrier.MuscleFibres fibres -> between(atlas.lines().get(fibres.id()), step.from(), step.to());
            case Carrier.FascialContinuity continuity -> onward(atlas.fascia().get(continuity.id()), before);
            case Carrier.JointTissue joint ->
                List.of(atlas.joints().get(joint.id()).centre());
            case Carrier.Ground ground -> List.of(onGround(step.from().equals(GROUND) ? step.to() : step.from()));
            case Carrier.ScarStrand scar -> List.of();
            case Carrier.Posture posture -> List.of();
        };
    }

    /** The part of a line that lies between two segments, from the one to the other. */
    private static List<Point> between(MuscleLine line, String from, String to) {
        int a = -1;
        int b = -1;
        for (int i = 0; i < line.points().size(); i++) {
            String body = line.points().get(i).body();
            a = body.equals(from) ? i : a;
            b = body.equals(to) ? i : b;
        }
        if (a < 0 || b < 0) {
            return List.of();
        }
        List<Point> part = line.points().subList(Math.min(a, b), Math.max(a, b) + 1).stream()
                .map(PathPoint::position)
                .toList();
        return a <= b ? part : part.reversed();
    }

    private static List<Point> onward(FascialLink link, List<Point> before) {
        List<Point> ends = List.of(link.start(), link.end());
        boolean turned = !before.isEmpty()
                && before.getLast().distanceTo(link.end()) < before.getLast().distanceTo(link.start());
        return turned ? ends.reversed() : ends;
    }

    private Point onGround(String segment) {
        Point centre = centre(segment);
        return new Point(centre.x(), 0, centre.z());
    }

    private Point centre(String segment) {
        return atlas.bodies().get(segment).centreOfMass();
    }

    private String segment(String id) {
        return id.equals(GROUND)
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

    private String name(Carrier carrier) {
        return switch (carrier) {
            case Carrier.MuscleFibres fibres -> Places.name(atlas.muscles().get(fibres.muscle()));
            case Carrier.FascialContinuity continuity -> continuity.name();
            case Carrier.JointTissue joint -> joint.name();
            case Carrier.ScarStrand scar -> scar.id();
            case Carrier.Ground ground -> "Sole on the ground";
            case Carrier.Posture posture -> "Posture control";
        };
    }
}
