package org.stillpoint.anatomy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What must hold between the rows of an atlas. */
final class AtlasCheck {

    /** Greatest difference between mirrored figures, relative to their size and at least to 1: rounding in the tables. */
    private static final double ROUNDING = 1e-6;

    private final Atlas atlas;
    private final AtlasReader reader;
    private final List<AtlasProblem> problems;

    AtlasCheck(Atlas atlas, AtlasReader reader, List<AtlasProblem> problems) {
        this.atlas = atlas;
        this.reader = reader;
        this.problems = problems;
    }

    void run() {
        references();
        citations();
        handPlaces();
        lines();
        pairs();
        skeleton();
    }

    private void references() {
        for (Joint joint : atlas.joints().list()) {
            body(AtlasTables.JOINTS, joint.id(), "parent", joint.parent());
            body(AtlasTables.JOINTS, joint.id(), "child", joint.child());
        }
        for (MuscleLine line : atlas.lines().list()) {
            for (int i = 0; i < line.points().size(); i++) {
                body(
                        AtlasTables.PATH_POINTS,
                        line.id() + ":" + i,
                        "body_id",
                        line.points().get(i).body());
            }
        }
        for (FascialLink link : atlas.fascia().list()) {
            bodyOrMuscle(link.id(), "from_body_or_muscle", link.from());
            bodyOrMuscle(link.id(), "to_body_or_muscle", link.to());
        }
    }

    private void body(String file, String row, String column, String body) {
        if (atlas.bodies().find(body).isEmpty()) {
            problems.add(new AtlasProblem.Unknown(file, reader.line(file, row), column, body));
        }
    }

    private void bodyOrMuscle(String row, String column, String name) {
        if (atlas.muscles().find(name).isEmpty()) {
            body(AtlasTables.FASCIA, row, column, name);
        }
    }

    private void citations() {
        atlas.bodies()
                .list()
                .forEach(b -> cited(AtlasTables.BODIES, b.id(), b.citation().source()));
        atlas.joints()
                .list()
                .forEach(j -> cited(AtlasTables.JOINTS, j.id(), j.citation().source()));
        atlas.lines()
                .list()
                .forEach(l -> cited(AtlasTables.MUSCLES, l.id(), l.citation().source()));
        atlas.regions()
                .list()
                .forEach(r -> cited(AtlasTables.REGIONS, r.id(), r.citation().source()));
        for (Correction c : atlas.corrections()) {
            cited(AtlasTables.CORRECTIONS, c.file() + "/" + c.row() + "/" + c.column(), c.source());
        }
    }

    private void cited(String file, String row, String keys) {
        for (String key : keys.split(";")) {
            if (atlas.sources().find(key).isEmpty()) {
                problems.add(new AtlasProblem.Unknown(file, reader.line(file, row), "source", key));
            }
        }
    }

    private void handPlaces() {
        Set<String> named = new HashSet<>();
        atlas.muscles().list().forEach(muscle -> named.add(HandPlaces.stem(muscle)));
        for (HandPlaces.HandPlaceRow row : atlas.handPlaceRows()) {
            cited(AtlasTables.HAND_PLACES, row.muscle(), row.citation().source());
            if (!named.contains(row.muscle())) {
                problems.add(new AtlasProblem.Unknown(
                        AtlasTables.HAND_PLACES,
                        reader.line(AtlasTables.HAND_PLACES, row.muscle()),
                        "muscle",
                        row.muscle()));
            }
        }
    }

    private void lines() {
        for (MuscleLine line : atlas.lines().list()) {
            if (line.points().stream().map(PathPoint::body).distinct().count() < 2 || line.pathLengthM() < 1e-6) {
                problems.add(new AtlasProblem.LineOnSingleBody(
                        AtlasTables.MUSCLES, reader.line(AtlasTables.MUSCLES, line.id()), line.id()));
            }
        }
    }

    private void pairs() {
        for (Segment b : atlas.bodies().list()) {
            pair(
                    AtlasTables.BODIES,
                    b.id(),
                    atlas.bodies().find(Atlas.mirror(b.id())).map(o -> difference(b, o)));
        }
        for (Joint j : atlas.joints().list()) {
            pair(
                    AtlasTables.JOINTS,
                    j.id(),
                    atlas.joints().find(Atlas.mirror(j.id())).map(o -> difference(j, o)));
        }
        for (MuscleLine l : atlas.lines().list()) {
            pair(
                    AtlasTables.MUSCLES,
                    l.id(),
                    atlas.lines().find(Atlas.mirror(l.id())).map(o -> difference(l, o)));
        }
        for (FascialLink f : atlas.fascia().list()) {
            pair(
                    AtlasTables.FASCIA,
                    f.id(),
                    atlas.fascia().find(Atlas.mirror(f.id())).map(o -> difference(f, o)));
        }
        for (PainRegion r : atlas.regions().list()) {
            pair(
                    AtlasTables.REGIONS,
                    r.id(),
                    atlas.mirrorOf(r).map(o -> same(r.centre().mirrored(), o.centre()) ? "" : "centre"));
        }
    }

    /** {@code difference} is empty without a mirror image, and holds an empty text where both agree. */
    private void pair(String file, String id, Optional<String> difference) {
        String said = difference.orElse("there is no " + Atlas.mirror(id));
        if (!said.isEmpty()) {
            problems.add(new AtlasProblem.AsymmetricPair(file, reader.line(file, id), id, said));
        }
    }

    private static String difference(Segment a, Segment b) {
        if (a.side() != b.side().mirrored()) {
            return "side";
        }
        if (!same(a.massKg(), b.massKg()) || !same(a.radiusM(), b.radiusM())) {
            return "mass or radius";
        }
        boolean placed = same(a.centreOfMass().mirrored(), b.centreOfMass())
                && same(a.proximal().mirrored(), b.proximal())
                && same(a.distal().mirrored(), b.distal());
        return placed ? "" : "place";
    }

    private static String difference(Joint a, Joint b) {
        Set<String> mirrored = Set.copyOf(Arrays.asList(Atlas.mirror(a.parent()), Atlas.mirror(a.child())));
        if (!mirrored.equals(Set.copyOf(Arrays.asList(b.parent(), b.child())))) {
            return "segments";
        }
        if (!same(a.centre().mirrored(), b.centre())) {
            return "place";
        }
        return same(a.rotation(), b.rotation()) && same(a.translation(), b.translation()) ? "" : "stiffness";
    }

    private static String difference(MuscleLine a, MuscleLine b) {
        if (!a.muscle().equals(Atlas.mirror(b.muscle()))
                || a.points().size() != b.points().size()) {
            return "muscle or number of points";
        }
        boolean figures = same(a.maxForceN(), b.maxForceN())
                && same(a.fibreLengthM(), b.fibreLengthM())
                && same(a.tendonLengthM(), b.tendonLengthM())
                && same(a.pennationRad(), b.pennationRad());
        if (!figures) {
            return "force or length";
        }
        for (int i = 0; i < a.points().size(); i++) {
            PathPoint p = a.points().get(i);
            PathPoint q = b.points().get(i);
            if (!p.body().equals(Atlas.mirror(q.body())) || !same(p.position().mirrored(), q.position())) {
                return "point " + i;
            }
        }
        return "";
    }

    private static String difference(FascialLink a, FascialLink b) {
        boolean same = a.from().equals(Atlas.mirror(b.from()))
                && a.to().equals(Atlas.mirror(b.to()))
                && a.evidence() == b.evidence()
                && same(a.start().mirrored(), b.start())
                && same(a.end().mirrored(), b.end());
        return same ? "" : "ends or evidence";
    }

    private void skeleton() {
        if (atlas.bodies().size() == 0) {
            return;
        }
        Map<String, List<String>> neighbours = new HashMap<>();
        for (Joint joint : atlas.joints().list()) {
            neighbours.computeIfAbsent(joint.parent(), b -> new ArrayList<>()).add(joint.child());
            neighbours.computeIfAbsent(joint.child(), b -> new ArrayList<>()).add(joint.parent());
        }
        String first = atlas.bodies().list().getFirst().id();
        Set<String> reached = new HashSet<>(Set.of(first));
        Deque<String> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (String next : neighbours.getOrDefault(open.removeFirst(), List.of())) {
                if (reached.add(next)) {
                    open.add(next);
                }
            }
        }
        atlas.bodies().list().stream()
                .map(Segment::id)
                .filter(id -> !reached.contains(id))
                .forEach(id -> problems.add(new AtlasProblem.DisconnectedSkeleton(
                        AtlasTables.BODIES, reader.line(AtlasTables.BODIES, id), id)));
    }

    private static boolean same(Point a, Point b) {
        return Stream.of(new double[] {a.x(), b.x()}, new double[] {a.y(), b.y()}, new double[] {a.z(), b.z()})
                .allMatch(p -> same(p[0], p[1]));
    }

    private static boolean same(double a, double b) {
        return Math.abs(a - b) <= ROUNDING * Math.max(1, Math.abs(a));
    }
}
