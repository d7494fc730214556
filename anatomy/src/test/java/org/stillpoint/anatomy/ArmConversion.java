package org.stillpoint.anatomy;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.stillpoint.anatomy.TautLine.Obstacle;

/**
 * The right arm of the atlas out of two open models: girdle, shoulder and the upper ends of the arm's muscles from the
 * Thoracoscapular Shoulder Model, elbow and forearm with their muscles from DAS3 (licences and changes: {@code arm/README.md}).
 *
 * <p>The girdle keeps the model's resting posture and is scaled by the width of the shoulders; humerus and forearm hang beside the
 * trunk and are scaled by the length of the humerus. Where a model wraps a line round a surface, the line's shortest way round it
 * becomes points. Fibre and tendon are scaled as the length of the line; force is cross section times the legs' own tension.
 */
final class ArmConversion {

    /** Part of the stature of 1.762 m of the model of trunk and legs that the atlas's 1.70 m are: masses go with its cube. */
    private static final double OF_SOURCE = 0.9647664;

    /** Centre of the shoulder from the midline, m, and shoulder to elbow, m: Rajagopal2016.osim (joints acromial_r, elbow_r), read 2026. */
    private static final double SHOULDER_FROM_MIDLINE_M = 0.17 * OF_SOURCE;

    private static final double HUMERUS_M = 0.28673 * OF_SOURCE;

    /** N/cm2: of the legs (Rajagopal 2016), whose forces the atlas holds unchanged. */
    static final double SPECIFIC_TENSION = 60;

    /** Angle of the humerus from the plumb line, rad: as far as the elbow must hang from the lowest ribs; chosen 2026. */
    private static final double ABDUCTION = Math.toRadians(3);

    /**
     * Flexion by DAS3's angle, rad; chosen 2026. At its zero the forearm's axis of pronation stands 11 degrees before the humerus and
     * the wrist 23: here the axis is 1 and the wrist 12 degrees before it, 15 beyond the straightest that its makers used it at.
     */
    private static final double ELBOW = Math.toRadians(-10);

    /**
     * Pronation by DAS3's angle, 5 (supinated) to 160, rad; chosen 2026: at 120 degrees the tuberosity of the radius faces back and
     * supinator and pronator teres end on the radius forward and outward, as where the thumb is forward.
     */
    private static final double PRONATION = Math.toRadians(120);

    /** Centre of mass of the forearm, part of its length from the elbow: de Leva, J Biomech 1996;29:1223, recalled (0.457 of men). */
    private static final double MASS_OF_FOREARM = 0.457;

    /** After a surface whose side the model leaves open: the half of it that the line passes, in the atlas's axes. */
    private static final Map<String, Point> SIDES =
            Map.of("@forward", new Point(1, 0, 0), "@outward", new Point(0, 0, 1));

    /** A line of the arm. */
    record Line(
            String line,
            String muscle,
            double forceN,
            double fibreM,
            double tendonM,
            double pennation,
            List<PathPoint> points,
            String source) {
        double path() {
            return ArmConversion.path(points.stream().map(PathPoint::position).toList());
        }
    }

    /** A place of the girdle where a line of the trunk ends. */
    record End(String line, int order, PathPoint point) {}

    private final Map<String, ArmFrame> frames = new LinkedHashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final List<Segment> ribs;
    private final boolean scaled;
    final Point shoulder;
    final Point elbow;
    private final Point forearmAxis;

    /** In the atlas, scaled; or at the size of the models, in the same posture. */
    ArmConversion(Atlas atlas, boolean scaled) {
        this.scaled = scaled;
        ribs = atlas.bodies().list().stream()
                .filter(b -> b.id().matches("rib_([1-9]|10)_right|sternum"))
                .toList();
        Point notch = atlas.bodies().get("sternum").proximal();
        NamedCsvRecord gh = OpenArm.row("tsm_joints", "joint", "GlenoHumeral");
        ArmFrame asPublished = tsm("scapula", new Point(0, 0, 0), 1);
        double width = scaled
                ? SHOULDER_FROM_MIDLINE_M / asPublished.place(inParent(gh)).z()
                : 1;
        frames.put("tsm:thorax", new ArmFrame(notch, ArmFrame.UNTURNED, width));
        frames.put("tsm:clavicle", tsm("clavicle", notch, width));
        frames.put("tsm:scapula", tsm("scapula", notch, width));
        shoulder = frame("tsm:scapula").place(inParent(gh));
        Point up = new Point(0, Math.cos(ABDUCTION), -Math.sin(ABDUCTION));
        Point outward = new Point(0, Math.sin(ABDUCTION), Math.cos(ABDUCTION));
        frames.put("tsm:humerus", humerus(OpenArm.row("tsm_joints", "joint", "elbow"), up, outward, ArmFrame.UNTURNED));
        NamedCsvRecord hinge = OpenArm.row("das3_joints", "joint", "hu");
        frames.put("das3:humerus_r", humerus(hinge, up, outward, ArmFrame.FROM_DAS3));
        elbow = ArmFrame.minus(
                shoulder,
                ArmFrame.times(
                        up,
                        ArmFrame.length(foot(hinge)) * frame("das3:humerus_r").scale()));
        frames.put(
                "das3:ulna_r",
                frame("das3:humerus_r").child(inParent(hinge), ArmFrame.about(OpenArm.axis(hinge), ELBOW)));
        NamedCsvRecord turn = OpenArm.row("das3_joints", "joint", "ur");
        frames.put(
                "das3:radius_r",
                frame("das3:ulna_r").child(inParent(turn), ArmFrame.about(OpenArm.axis(turn), PRONATION)));
        forearmAxis = frame("das3:ulna_r").direction(ArmFrame.unit(OpenArm.axis(turn)));
        frames.put(
                "das3:wrist",
                frame("das3:ulna_r").child(inParent(turn), ArmFrame.about(OpenArm.axis(turn), toThumbForward(turn))));
        names.put("das3:wrist", "radius_right");
        for (String key : frames.keySet()) {
            names.putIfAbsent(key, key.replaceAll("^.*:|_r$", "") + "_right");
        }
    }

    /**
     * The turn about the axis of pronation that brings the wrist before the head of the ulna, rad. DAS3's wrist and the end of its
     * brachioradialis beside it lie on the other side of that axis than radius and ulna do where its supinator and pronators hold
     * them: the two are placed by where the hand is, all other points by the angle.
     */
    private double toThumbForward(NamedCsvRecord turn) {
        ArmFrame unturned = frame("das3:ulna_r").child(inParent(turn), ArmFrame.UNTURNED);
        Point wrist =
                ArmFrame.minus(unturned.place(inParent(OpenArm.row("das3_joints", "joint", "rc"))), unturned.origin());
        Point now = across(wrist);
        Point wanted = across(new Point(1, 0, 0));
        return Math.atan2(ArmFrame.dot(ArmFrame.cross(now, wanted), forearmAxis), ArmFrame.dot(now, wanted));
    }

    /** The part of a direction that is square to the axis of pronation. */
    private Point across(Point direction) {
        return ArmFrame.minus(direction, ArmFrame.times(forearmAxis, ArmFrame.dot(direction, forearmAxis)));
    }

    private ArmFrame frame(String body) {
        return Objects.requireNonNull(frames.get(body), body);
    }

    private static ArmFrame tsm(String body, Point notch, double scale) {
        NamedCsvRecord row = OpenArm.row("tsm_bodies", "body", body);
        Point origin = new Point(
                OpenArm.number(row, "origin_X_thorax_m"),
                OpenArm.number(row, "origin_Y_thorax_m"),
                OpenArm.number(row, "origin_Z_thorax_m"));
        return new ArmFrame(
                ArmFrame.plus(notch, ArmFrame.times(origin, scale)),
                OpenArm.numbers(row.getField("rotation_body_to_thorax_row_major")),
                scale);
    }

    private static Point inParent(NamedCsvRecord joint) {
        return OpenArm.point(joint, "", "_in_parent_m");
    }

    /** The place of the elbow's axis nearest to the shoulder, in the humerus's own axes. */
    private static Point foot(NamedCsvRecord hinge) {
        Point on = inParent(hinge);
        Point axis = ArmFrame.unit(OpenArm.axis(hinge));
        return ArmFrame.minus(on, ArmFrame.times(axis, ArmFrame.dot(on, axis)));
    }

    /** The humerus with its long axis and the elbow's axis where they are wanted. */
    private ArmFrame humerus(NamedCsvRecord hinge, Point up, Point outward, double[] toForwardUpRight) {
        Point foot = foot(hinge);
        Point y = ArmFrame.turned(toForwardUpRight, ArmFrame.times(ArmFrame.unit(foot), -1));
        Point z = ArmFrame.turned(toForwardUpRight, ArmFrame.unit(OpenArm.axis(hinge)));
        double[] bone = ArmFrame.columns(ArmFrame.cross(y, z), y, z);
        double[] wanted = ArmFrame.columns(ArmFrame.cross(up, outward), up, outward);
        double[] turn = ArmFrame.product(ArmFrame.product(wanted, ArmFrame.transposed(bone)), toForwardUpRight);
        return new ArmFrame(shoulder, turn, scaled ? HUMERUS_M / ArmFrame.length(foot) : 1);
    }

    /** Centres of the arm's joints by id. */
    Map<String, Point> joints() {
        NamedCsvRecord ac = OpenArm.row("tsm_joints", "joint", "acromioclavicular (PointConstraint AC)");
        Point head = frame("das3:radius_r").origin();
        Point wrist = wrist();
        Point ulna = headOfUlna();
        Map<String, Point> joints = new LinkedHashMap<>();
        joints.put("sternoclavicular_right", frame("tsm:clavicle").origin());
        joints.put("acromioclavicular_right", frame("tsm:clavicle").place(inParent(ac)));
        joints.put("glenohumeral_right", shoulder);
        joints.put("humeroulnar_right", onElbow(place("das3:tric_med_1:1")));
        joints.put("humeroradial_right", onElbow(head));
        joints.put("proximal_radioulnar_right", ArmFrame.between(onElbow(place("das3:tric_med_1:1")), head, 0.7));
        joints.put("distal_radioulnar_right", ArmFrame.between(ulna, radiusEnd(), 0.3));
        joints.put("radiocarpal_right", wrist);
        joints.put("ulnocarpal_right", ArmFrame.plus(ulna, ArmFrame.minus(wrist, radiusEnd())));
        return joints;
    }

    /** The foot of the plumb from a place on the elbow's axis. */
    private Point onElbow(Point place) {
        Point axis = frame("das3:humerus_r")
                .direction(ArmFrame.unit(OpenArm.axis(OpenArm.row("das3_joints", "joint", "hu"))));
        Point from = frame("das3:ulna_r").origin();
        return ArmFrame.plus(from, ArmFrame.times(axis, ArmFrame.dot(ArmFrame.minus(place, from), axis)));
    }

    private Point wrist() {
        return frame("das3:wrist").place(inParent(OpenArm.row("das3_joints", "joint", "rc")));
    }

    private Point radiusEnd() {
        Point wrist = wrist();
        return ArmFrame.plus(
                wrist,
                ArmFrame.times(
                        ArmFrame.unit(ArmFrame.minus(frame("das3:radius_r").origin(), wrist)), 0.006));
    }

    /** Where the axis of pronation leaves the forearm: through the head of the ulna, at the level of the end of the radius. */
    private Point headOfUlna() {
        Point from = frame("das3:radius_r").origin();
        double along = ArmFrame.dot(ArmFrame.minus(radiusEnd(), from), forearmAxis);
        return ArmFrame.plus(from, ArmFrame.times(forearmAxis, along));
    }

    /** Centre of mass, upper and lower end of the arm's bones by id. */
    Map<String, List<Point>> bodies() {
        Map<String, Point> joints = joints();
        Map<String, List<Point>> bodies = new LinkedHashMap<>();
        bodies.put(
                "clavicle_right",
                List.of(
                        mass("tsm:clavicle"),
                        joints.get("sternoclavicular_right"),
                        joints.get("acromioclavicular_right")));
        bodies.put(
                "scapula_right",
                List.of(mass("tsm:scapula"), place("tsm:DeltoideusScapula_M:0"), place("tsm:SerratusAnterior_I:0")));
        bodies.put(
                "humerus_right",
                List.of(
                        mass("tsm:humerus"),
                        shoulder,
                        ArmFrame.between(elbow, joints.get("humeroradial_right"), 0.25)));
        bodies.put(
                "ulna_right",
                List.of(
                        ArmFrame.between(joints.get("humeroulnar_right"), headOfUlna(), MASS_OF_FOREARM),
                        joints.get("humeroulnar_right"),
                        headOfUlna()));
        bodies.put(
                "radius_right",
                List.of(
                        ArmFrame.between(frame("das3:radius_r").origin(), radiusEnd(), MASS_OF_FOREARM),
                        frame("das3:radius_r").origin(),
                        radiusEnd()));
        return bodies;
    }

    private Point mass(String body) {
        NamedCsvRecord row = OpenArm.row(body.replaceAll(":.*", "_bodies"), "body", body.replaceAll(".*:", ""));
        return frame(body).place(OpenArm.point(row, "com_", "_m"));
    }

    /** Ends of the trunk's lines on the girdle and the humerus. */
    List<End> ends() {
        return OpenArm.rows("ends").stream()
                .map(r -> new End(
                        r.getField("line") + "_right",
                        Integer.parseInt(r.getField("order")),
                        new PathPoint(
                                Objects.requireNonNull(names.get(body(r.getField("from")))),
                                ArmFrame.between(
                                        place(r.getField("from")),
                                        place(r.getField("to")),
                                        OpenArm.number(r, "part")))))
                .toList();
    }

    /** The arm's lines; in the atlas with fibre and tendon scaled as the line is. */
    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        ArmConversion published = scaled ? new ArmConversion(this) : this;
        for (NamedCsvRecord r : OpenArm.rows("lines")) {
            NamedCsvRecord figures = OpenArm.row(r.getField("model") + "_muscles", "element", r.getField("element"));
            List<PathPoint> points = points(r);
            double ratio = path(points.stream().map(PathPoint::position).toList())
                    / path(published.points(r).stream().map(PathPoint::position).toList());
            String keys = Arrays.stream(r.getField("points").split(" "))
                    .map(p -> p.startsWith("own") ? "estimated" : p.startsWith("tsm") ? "tsm2019" : "das3")
                    .distinct()
                    .sorted(Comparator.comparing(k -> !k.startsWith(r.getField("model"))))
                    .reduce((a, b) -> a + ";" + b)
                    .orElseThrow();
            lines.add(new Line(
                    r.getField("line") + "_right",
                    r.getField("muscle") + "_right",
                    OpenArm.number(figures, "pcsa_cm2") * SPECIFIC_TENSION,
                    OpenArm.number(figures, "optimal_fibre_length_m") * ratio,
                    OpenArm.number(figures, "tendon_slack_length_m") * ratio,
                    OpenArm.number(figures, "pennation_rad"),
                    points,
                    keys));
        }
        return lines;
    }

    private ArmConversion(ArmConversion other) {
        this(Atlas.standard(), !other.scaled);
    }

    private List<PathPoint> points(NamedCsvRecord line) {
        List<String> places = List.of(line.getField("points").split(" "));
        List<Obstacle> obstacles = line.getField("wraps").isEmpty()
                ? List.of()
                : Arrays.stream(line.getField("wraps").split(" "))
                        .map(this::obstacle)
                        .toList();
        List<PathPoint> points = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            Point here = place(places.get(i));
            if (i > 0) {
                for (TautLine.Via via : TautLine.between(place(places.get(i - 1)), here, obstacles)) {
                    points.add(new PathPoint(
                            via.body().equals("tsm:thorax")
                                    ? rib(via.place())
                                    : Objects.requireNonNull(names.get(via.body())),
                            via.place()));
                }
            }
            String body = body(places.get(i));
            points.add(new PathPoint(
                    body.equals("tsm:thorax") ? "sternum" : Objects.requireNonNull(names.get(body)), here));
        }
        return points;
    }

    private String rib(Point place) {
        return ribs.stream()
                .min(Comparator.comparingDouble(r -> PathPointTest.fromAxis(r, place)))
                .orElseThrow()
                .id();
    }

    private Obstacle obstacle(String key) {
        String model = key.replaceAll(":.*", "");
        String object = key.replaceAll(".*:|@.*", "");
        NamedCsvRecord r = OpenArm.row(model + "_wrap_objects", "wrap_object", object);
        double[] at = OpenArm.numbers(r.getField("translation_m"));
        double[] turned = OpenArm.numbers(r.getField("rotation_xyz_rad"));
        double[] size = OpenArm.numbers(r.getField("radius length or dimensions_m"));
        boolean cylinder = r.getField("shape").equals("WrapCylinder");
        Point semi =
                switch (r.getField("shape")) {
                    case "WrapSphere" -> new Point(size[0], size[0], size[0]);
                    case "WrapCylinder" -> new Point(size[0], size[0], size[1] / 2);
                    default -> new Point(size[0], size[1], size[2]);
                };
        String body = model + ":" + r.getField("body");
        ArmFrame frame =
                frame(body).child(new Point(at[0], at[1], at[2]), ArmFrame.turnedXyz(turned[0], turned[1], turned[2]));
        Point named = SIDES.get(key.replaceAll("^[^@]*", ""));
        if (named != null && !cylinder) {
            return barrel(body, frame.origin(), size[0] * frame.scale(), named);
        }
        double sign = r.getField("quadrant").startsWith("-") ? -1 : 1;
        Point side =
                switch (r.getField("quadrant").replace("-", "")) {
                    case "x" -> new Point(sign, 0, 0);
                    case "y" -> new Point(0, sign, 0);
                    case "z" -> new Point(0, 0, sign);
                    default ->
                        named == null ? new Point(0, 0, 0) : ArmFrame.turned(ArmFrame.transposed(frame.turn()), named);
                };
        return new Obstacle(body, frame, semi, cylinder, side);
    }

    /** A line slips off a sphere to the shorter side; a barrel of its radius, square to line and side, holds it. */
    private static Obstacle barrel(String body, Point centre, double radius, Point side) {
        Point up = new Point(0, 1, 0);
        double[] turn = ArmFrame.columns(side, up, ArmFrame.cross(side, up));
        return new Obstacle(
                body, new ArmFrame(centre, turn, 1), new Point(radius, radius, 2 * radius), true, new Point(1, 0, 0));
    }

    /** {@code MODEL:ELEMENT:ORDER} of a kept table, placed. */
    private Point place(String key) {
        return frame(body(key)).place(OpenArm.point(row(key), "", "_m"));
    }

    private static String body(String key) {
        return key.startsWith("das3:brachiorad_") && key.endsWith(":1")
                ? "das3:wrist"
                : key.split(":")[0].replace("own", "tsm") + ":" + row(key).getField("body");
    }

    private static NamedCsvRecord row(String key) {
        String[] parts = key.split(":");
        return OpenArm.rows(parts[0] + "_path_points").stream()
                .filter(r -> r.getField("element").equals(parts[1])
                        && r.getField("order").equals(parts[2]))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(key));
    }

    private static double path(List<Point> points) {
        double length = 0;
        for (int i = 1; i < points.size(); i++) {
            length += points.get(i - 1).distanceTo(points.get(i));
        }
        return length;
    }

    private static String text(Point p) {
        return "%.9f,%.9f,%.9f".formatted(p.x(), p.y(), p.z());
    }

    /** What the tables of the atlas must hold, by table and row: the figures alone, in the columns' order. */
    Map<String, Map<String, String>> rows(List<Line> lines) {
        Map<String, String> muscles = new LinkedHashMap<>();
        Map<String, String> points = new LinkedHashMap<>();
        for (Line l : lines) {
            muscles.put(
                    l.line(),
                    "%.3f,%.9f,%.9f,%.6f,%.9f,%s"
                            .formatted(l.forceN(), l.fibreM(), l.tendonM(), l.pennation(), l.path(), l.source()));
            for (int i = 0; i < l.points().size(); i++) {
                PathPoint p = l.points().get(i);
                points.put(l.line() + ":" + i, p.body() + "," + text(p.position()));
            }
        }
        ends().forEach(e -> points.put(
                e.line() + ":" + e.order(),
                e.point().body() + "," + text(e.point().position())));
        Map<String, String> joints = new LinkedHashMap<>();
        joints().forEach((id, p) -> joints.put(id, text(p)));
        Map<String, String> bodies = new LinkedHashMap<>();
        bodies().forEach((id, p) -> bodies.put(id, text(p.get(0)) + "," + text(p.get(1)) + "," + text(p.get(2))));
        return Map.of(
                AtlasTables.BODIES, bodies,
                AtlasTables.JOINTS, joints,
                AtlasTables.MUSCLES, muscles,
                AtlasTables.PATH_POINTS, points);
    }
}
