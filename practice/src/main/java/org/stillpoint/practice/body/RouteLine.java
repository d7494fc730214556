package org.stillpoint.practice.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.FascialLink;
import org.stillpoint.anatomy.MuscleLine;
import org.stillpoint.anatomy.PathPoint;
import org.stillpoint.anatomy.Point;
import org.stillpoint.strain.Carrier;

/** The way of a load through the body, as a line that can be drawn: points are added from where it starts to where it ends. */
public final class RouteLine {

    /** How the model calls what the body stands on, among its segments. */
    public static final String GROUND = "ground";

    private final Atlas atlas;
    private final List<Point> points = new ArrayList<>();

    public RouteLine(Atlas atlas) {
        this.atlas = atlas;
    }

    /** Along a muscle from its far end to a segment that it touches; nothing where none of its lines does. */
    public RouteLine along(String muscle, String segment) {
        points.addAll(muscleTo(muscle, segment));
        return this;
    }

    /** From a segment out along a muscle that touches it. */
    public RouteLine outAlong(String muscle, String segment) {
        points.addAll(muscleTo(muscle, segment).reversed());
        return this;
    }

    /** To a point. */
    public RouteLine to(Point point) {
        points.add(point);
        return this;
    }

    /** From one segment to the next by what carries the load. */
    public RouteLine by(Carrier carrier, String from, String to) {
        switch (carrier) {
            case Carrier.MuscleFibres fibres ->
                points.addAll(between(atlas.lines().get(fibres.id()), from, to));
            case Carrier.FascialContinuity continuity -> onward(atlas.fascia().get(continuity.id()));
            case Carrier.JointTissue joint ->
                points.add(atlas.joints().get(joint.id()).centre());
            case Carrier.Ground ground -> points.add(onGround(from.equals(GROUND) ? to : from));
            case Carrier.ScarStrand scar -> {}
            case Carrier.PostureControl posture -> {}
        }
        return this;
    }

    /** x, y, z in turn, m, to a tenth of a millimetre. */
    public double[] coordinates() {
        return points.stream()
                .flatMapToDouble(p -> DoubleStream.of(p.x(), p.y(), p.z()))
                .map(v -> Math.round(v * 1e4) / 1e4)
                .toArray();
    }

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

    private void onward(FascialLink link) {
        boolean turned = !points.isEmpty()
                && points.getLast().distanceTo(link.end()) < points.getLast().distanceTo(link.start());
        points.add(turned ? link.end() : link.start());
        points.add(turned ? link.start() : link.end());
    }

    private Point onGround(String segment) {
        Point centre = atlas.bodies().get(segment).centreOfMass();
        return new Point(centre.x(), 0, centre.z());
    }
}
