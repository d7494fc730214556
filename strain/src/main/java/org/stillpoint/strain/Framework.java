package org.stillpoint.strain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.Evidence;
import org.stillpoint.anatomy.FascialLink;
import org.stillpoint.anatomy.Joint;
import org.stillpoint.anatomy.Muscle;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.anatomy.MuscleLine;
import org.stillpoint.anatomy.PathPoint;
import org.stillpoint.anatomy.Point;
import org.stillpoint.anatomy.Segment;
import org.stillpoint.anatomy.Side;

/**
 * The geometry of one body: which segments there are, everything that connects them, and where the blocks of its stiffness lie.
 * It holds no stiffness, so bodies that differ in stiffness only share it. Immutable.
 */
final class Framework {

    final Atlas atlas;
    final List<Segment> segments = new ArrayList<>();
    final Map<String, Integer> nodeOf = new HashMap<>();
    /** Centres of mass, three a node, m. */
    final double[] centres;

    final List<Pull> pulls = new ArrayList<>();
    final List<Bushing> bushings = new ArrayList<>();
    /** The line of each pull that is one, in step with {@link #pulls}. */
    final List<@Nullable MuscleLine> lineOf = new ArrayList<>();
    /** The continuity of each pull that is one, in step with {@link #pulls}. */
    final List<@Nullable FascialLink> linkOf = new ArrayList<>();
    /** The path of each pull that is a continuity. */
    final List<@Nullable FascialPath> pathOf = new ArrayList<>();

    final List<@Nullable Scar> scarOf = new ArrayList<>();
    /** The joint of each bushing that is one, in step with {@link #bushings}. */
    final List<@Nullable Joint> jointOf = new ArrayList<>();

    final BlockStructure structure;
    /** Structure of the skeleton alone, without anything that pulls. */
    final BlockStructure skeleton;
    /** For each pull, the block of each pair of its nodes, -1 where the pair is stored the other way round. */
    final List<int[]> pullBlocks = new ArrayList<>();

    private final double scale;

    private Framework(Atlas atlas, Physique physique) {
        this.atlas = atlas;
        this.scale = physique.lengthScale();
        Set<String> present = present(atlas, physique.missing());
        for (Segment segment : atlas.bodies().list()) {
            if (present.contains(segment.id())) {
                nodeOf.put(segment.id(), segments.size());
                segments.add(segment);
            }
        }
        centres = new double[3 * segments.size()];
        for (int i = 0; i < segments.size(); i++) {
            put(segments.get(i).centreOfMass(), centres, 3 * i);
        }
        addJoints();
        addGround();
        addPosture();
        addMuscles();
        addFascia();
        physique.scars().forEach(this::addScar);
        List<int[]> joined = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            joined.add(new int[] {i});
        }
        bushings.stream().filter(b -> b.parent >= 0).forEach(b -> joined.add(new int[] {b.parent, b.child}));
        skeleton = BlockStructure.of(segments.size(), joined);
        pulls.forEach(p -> joined.add(p.nodes));
        structure = BlockStructure.of(segments.size(), joined);
        pulls.forEach(p -> pullBlocks.add(blocks(structure, p)));
    }

    static Framework of(Atlas atlas, Physique physique) {
        return new Framework(atlas, physique);
    }

    /** Ids of the segments that are not missing and hang together: the largest connected part. */
    private static Set<String> present(Atlas atlas, Set<String> missing) {
        missing.forEach(id -> atlas.bodies().get(id));
        Map<String, List<String>> next = new HashMap<>();
        for (Joint joint : atlas.joints().list()) {
            if (!missing.contains(joint.parent()) && !missing.contains(joint.child())) {
                next.computeIfAbsent(joint.parent(), b -> new ArrayList<>()).add(joint.child());
                next.computeIfAbsent(joint.child(), b -> new ArrayList<>()).add(joint.parent());
            }
        }
        Set<String> largest = Set.of();
        Set<String> seen = new HashSet<>(missing);
        for (Segment segment : atlas.bodies().list()) {
            if (seen.contains(segment.id())) {
                continue;
            }
            Set<String> part = new HashSet<>(Set.of(segment.id()));
            Deque<String> open = new ArrayDeque<>(part);
            while (!open.isEmpty()) {
                for (String other : next.getOrDefault(open.removeFirst(), List.of())) {
                    if (part.add(other)) {
                        open.add(other);
                    }
                }
            }
            seen.addAll(part);
            largest = part.size() > largest.size() ? part : largest;
        }
        return largest;
    }

    private void addJoints() {
        for (Joint joint : atlas.joints().list()) {
            Integer parent = nodeOf.get(joint.parent());
            Integer child = nodeOf.get(joint.child());
            if (parent != null && child != null) {
                Carrier carrier = new Carrier.JointTissue(joint.id(), joint.name());
                bushings.add(Bushing.at(carrier, parent, child, scaled(joint.centre()), centres));
                jointOf.add(joint);
            }
        }
    }

    /** Heel, ball of the foot (inner and outer) and toes of each foot that is there. */
    private void addGround() {
        for (Side side : List.of(Side.RIGHT, Side.LEFT)) {
            String suffix = side == Side.RIGHT ? "_right" : "_left";
            contact(
                    "heel",
                    "calcaneus" + suffix,
                    s -> new Point(s.proximal().x(), 0, s.proximal().z()));
            contact("inner_ball", "metatarsus" + suffix, s -> ball(s, -1));
            contact("outer_ball", "metatarsus" + suffix, s -> ball(s, 1));
            contact(
                    "toes",
                    "toes" + suffix,
                    s -> new Point(s.centreOfMass().x(), 0, s.centreOfMass().z()));
        }
    }

    /** Half the width of the ball of the foot, m: distance of the outer metatarsal heads from the middle, by hand. */
    private static final double HALF_BALL_WIDTH = 0.03;

    private static Point ball(Segment foot, int outward) {
        double z = foot.distal().z();
        return new Point(foot.distal().x(), 0, z + Math.signum(z) * outward * HALF_BALL_WIDTH);
    }

    private void contact(String name, String body, java.util.function.Function<Segment, Point> where) {
        Integer node = nodeOf.get(body);
        if (node != null) {
            double[] place = scaled(where.apply(segments.get(node)));
            bushings.add(Bushing.at(new Carrier.Ground(name + "/" + body), Bushing.GROUND, node, place, centres));
            jointOf.add(null);
        }
    }

    private void addPosture() {
        Integer skull = nodeOf.get("skull");
        if (skull != null) {
            posture("head_righting", skull);
        }
        for (int i = 0; i < segments.size(); i++) {
            posture("sway/" + segments.get(i).id(), i);
        }
    }

    private void posture(String name, int node) {
        double[] centre = {centres[3 * node], centres[3 * node + 1], centres[3 * node + 2]};
        bushings.add(Bushing.at(new Carrier.PostureControl(name), Bushing.GROUND, node, centre, centres));
        jointOf.add(null);
    }

    private void addMuscles() {
        List<Muscle> muscles = atlas.muscles().list();
        for (int m = 0; m < muscles.size(); m++) {
            for (MuscleLine line : muscles.get(m).lines()) {
                if (known(line.points())) {
                    Carrier carrier = new Carrier.MuscleFibres(line.id(), new MuscleId(line.muscle()));
                    pulls.add(pull(carrier, line.points(), m, line.fibreLengthM() * scale, -1, 0));
                    remember(line, null, null, null);
                }
            }
        }
    }

    private void addFascia() {
        for (FascialLink link : atlas.fascia().list()) {
            FascialPath path = FascialPath.of(atlas, link);
            if (!known(path.points())
                    || path.points().stream().map(PathPoint::body).distinct().count() < 2) {
                continue;
            }
            MuscleLine a = path.from();
            MuscleLine b = path.to();
            int first = a == null ? -1 : atlas.muscles().indexOf(a.muscle());
            int second = b == null ? -1 : atlas.muscles().indexOf(b.muscle());
            double fibreA = a == null ? 0 : a.fibreLengthM() * scale;
            double fibreB = b == null ? 0 : b.fibreLengthM() * scale;
            Carrier carrier = new Carrier.FascialContinuity(link.id(), link.name());
            pulls.add(pull(carrier, path.points(), first, fibreA, second, fibreB));
            remember(null, link, path, null);
        }
    }

    private void addScar(Scar scar) {
        List<PathPoint> points = List.of(scar.from(), scar.to());
        points.forEach(p -> atlas.bodies().get(p.body()));
        if (known(points)) {
            pulls.add(pull(new Carrier.ScarStrand(scar.name()), points, -1, 0, -1, 0));
            remember(null, null, null, scar);
        }
    }

    private void remember(
            @Nullable MuscleLine line, @Nullable FascialLink link, @Nullable FascialPath path, @Nullable Scar scar) {
        lineOf.add(line);
        linkOf.add(link);
        pathOf.add(path);
        scarOf.add(scar);
    }

    private boolean known(List<PathPoint> points) {
        return points.stream().allMatch(p -> nodeOf.containsKey(p.body()));
    }

    private Pull pull(Carrier carrier, List<PathPoint> path, int muscle, double fibre, int other, double otherFibre) {
        int[] nodes = new int[path.size()];
        double[] points = new double[3 * path.size()];
        for (int i = 0; i < path.size(); i++) {
            nodes[i] = node(path.get(i).body());
            put(path.get(i).position(), points, 3 * i);
        }
        return new Pull(carrier, nodes, points, centres, muscle, fibre, other, otherFibre);
    }

    /** Number of a segment that is there. */
    int node(String segment) {
        Integer node = nodeOf.get(segment);
        if (node == null) {
            throw new IllegalArgumentException("this body has no segment '" + segment + "'");
        }
        return node;
    }

    /** How the link is graded; empty for anything else. */
    @Nullable
    Evidence evidence(int pull) {
        FascialLink link = linkOf.get(pull);
        return link == null ? null : link.evidence();
    }

    private static int[] blocks(BlockStructure structure, Pull pull) {
        int n = pull.nodes.length;
        int[] blocks = new int[n * n];
        for (int p = 0; p < n; p++) {
            for (int q = 0; q < n; q++) {
                boolean stored = structure.place(pull.nodes[p]) >= structure.place(pull.nodes[q]);
                blocks[p * n + q] = stored ? structure.block(pull.nodes[p], pull.nodes[q]) : -1;
            }
        }
        return blocks;
    }

    private double[] scaled(Point p) {
        double[] place = new double[3];
        put(p, place, 0);
        return place;
    }

    private void put(Point p, double[] into, int at) {
        into[at] = p.x() * scale;
        into[at + 1] = p.y() * scale;
        into[at + 2] = p.z() * scale;
    }
}
