package org.stillpoint.web.body;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.MuscleLine;
import org.stillpoint.anatomy.PathPoint;
import org.stillpoint.anatomy.Point;
import org.stillpoint.words.PlaceName;
import tools.jackson.databind.json.JsonMapper;

/**
 * The anatomy tables as the page loads them: ends and radii of bodies, joints, muscles with their lines, pain regions and
 * sources, in metres rounded to 0.1 mm, in the atlas's frame and in its order. Holds nothing about any person.
 */
public final class BodyGeometry {

    /** Steps per metre that coordinates are rounded to. */
    private static final double STEPS_PER_METRE = 10_000;

    private static final int HASH_LENGTH = 16;

    private final byte[] json;
    private final String hash;

    private BodyGeometry(byte[] json) {
        this.json = json;
        this.hash = hashOf(json);
    }

    /** The geometry of an atlas, with the names of its places in the language of the locale. */
    public static BodyGeometry of(Atlas atlas, Locale locale) {
        return new BodyGeometry(JsonMapper.builder().build().writeValueAsBytes(tables(atlas, locale)));
    }

    /** The file, UTF-8. */
    public byte[] json() {
        return json.clone();
    }

    /** Names this content: the same tables give the same hash. */
    public String hash() {
        return hash;
    }

    record BodyTables(
            String unit,
            String frame,
            List<DrawnSegment> bodies,
            List<DrawnJoint> joints,
            List<DrawnMuscle> muscles,
            List<DrawnRegion> regions,
            List<Work> sources) {}

    record DrawnSegment(
            String id,
            String name,
            String side,
            double[] proximal,
            double[] distal,
            double[] centre,
            double radius,
            String grade) {}

    /** @param parent place of the body in the list of bodies, from 0 */
    record DrawnJoint(String id, String name, int parent, int child, double[] at) {}

    record DrawnMuscle(
            String id, String name, String latin, String group, String side, String region, List<DrawnLine> lines) {}

    /**
     * @param force greatest isometric force, N
     * @param fibre optimal fibre length, m
     * @param body for each point the place of its body in the list of bodies
     * @param path x, y, z of each point in turn, m
     */
    record DrawnLine(double force, double fibre, int[] body, double[] path) {}

    record DrawnRegion(String code, String view, String name, String side, double[] at) {}

    record Work(String key, String citation, String licence) {}

    private static BodyTables tables(Atlas atlas, Locale locale) {
        Map<String, Integer> place = new HashMap<>();
        List<DrawnSegment> bodies = new ArrayList<>();
        atlas.bodies().list().forEach(b -> {
            place.put(b.id(), bodies.size());
            bodies.add(new DrawnSegment(
                    b.id(),
                    b.name(),
                    word(b.side()),
                    at(b.proximal()),
                    at(b.distal()),
                    at(b.centreOfMass()),
                    round(b.radiusM()),
                    b.citation().grade()));
        });
        return new BodyTables(
                "m",
                "x forward, y up, z to the person's right, origin on the ground between the feet",
                bodies,
                atlas.joints().list().stream()
                        .map(j -> new DrawnJoint(
                                j.id(),
                                j.name(),
                                placeOf(place, j.parent()),
                                placeOf(place, j.child()),
                                at(j.centre())))
                        .toList(),
                atlas.muscles().list().stream()
                        .map(m -> new DrawnMuscle(
                                m.id(),
                                PlaceName.of(m.name()).listed(locale),
                                m.latin(),
                                m.group(),
                                word(m.side()),
                                m.region(),
                                m.lines().stream().map(l -> line(l, place)).toList()))
                        .toList(),
                atlas.regions().list().stream()
                        .map(r -> new DrawnRegion(
                                r.code(),
                                word(r.view()),
                                PlaceName.of(r.name()).listed(locale),
                                word(r.side()),
                                at(r.centre())))
                        .toList(),
                atlas.sources().list().stream()
                        .map(s -> new Work(s.id(), s.citation(), s.licence()))
                        .toList());
    }

    private static DrawnLine line(MuscleLine line, Map<String, Integer> place) {
        return new DrawnLine(
                round(line.maxForceN()),
                round(line.fibreLengthM()),
                line.points().stream()
                        .map(PathPoint::body)
                        .mapToInt(b -> placeOf(place, b))
                        .toArray(),
                line.points().stream()
                        .map(PathPoint::position)
                        .flatMapToDouble(p -> Arrays.stream(at(p)))
                        .toArray());
    }

    private static int placeOf(Map<String, Integer> place, String body) {
        Integer found = place.get(body);
        if (found == null) {
            throw new IllegalArgumentException("No body is called " + body + ".");
        }
        return found;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static double[] at(Point point) {
        return new double[] {round(point.x()), round(point.y()), round(point.z())};
    }

    private static double round(double metres) {
        // Adding zero turns -0.0 into 0.0.
        return Math.round(metres * STEPS_PER_METRE) / STEPS_PER_METRE + 0.0;
    }

    static String hashOf(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must offer SHA-256.", e);
        }
    }
}
