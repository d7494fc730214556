package org.stillpoint.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.AtlasTables;
import org.stillpoint.anatomy.Joint;
import org.stillpoint.anatomy.Muscle;
import org.stillpoint.anatomy.MuscleLine;
import org.stillpoint.anatomy.PathPoint;
import org.stillpoint.anatomy.Point;
import org.stillpoint.anatomy.Segment;

/**
 * The body with every segment cut along its length into pieces that are joined stiffly, to see how cost grows with the number of
 * segments; or with small segments made one with what they hang on, a coarser body. Muscles and joints hold on to the nearest
 * piece. The first piece keeps the segment's id.
 */
final class RefinedAtlas {

    /** Stiffness of a whole segment between its pieces, N m/rad and N/m: far above any joint's, so that it stays one piece. */
    private static final double GLUE_ROTATION = 1e4;

    private static final double GLUE_TRANSLATION = 1e7;

    /** Small segments and what they are one with in the coarser body. What stands, looks and holds upright stays. */
    private static final Map<Pattern, String> LUMPS = Map.of(
            Pattern.compile("rib_(\\d+)_(?:right|left)"), "thoracic_vertebra_$1",
            Pattern.compile("(?:fingers|thumb)_(right|left)"), "hand_$1",
            Pattern.compile("toes_(right|left)"), "metatarsus_$1",
            Pattern.compile("(?:fibula|patella)_(right|left)"), "tibia_$1",
            Pattern.compile("talus_(right|left)"), "calcaneus_$1",
            Pattern.compile("radius_(right|left)"), "ulna_$1",
            Pattern.compile("clavicle_(right|left)"), "scapula_$1",
            Pattern.compile("coccyx"), "sacrum",
            Pattern.compile("facial_skin_(?:right|left)|epicranial_aponeurosis|forehead_skin"), "skull");

    private final Atlas atlas = Atlas.standard();
    private final int pieces;
    private final Map<String, String> host = new HashMap<>();

    private RefinedAtlas(int pieces, boolean coarser) {
        this.pieces = pieces;
        for (Segment s : atlas.bodies().list()) {
            host.put(s.id(), coarser ? hostOf(s.id()) : s.id());
        }
    }

    private static String hostOf(String id) {
        for (Map.Entry<Pattern, String> lump : LUMPS.entrySet()) {
            Matcher matcher = lump.getKey().matcher(id);
            if (matcher.matches()) {
                return matcher.replaceFirst(lump.getValue());
            }
        }
        return id;
    }

    /** The body with ribs, fingers, toes and other small segments made one with their neighbours: 306 degrees of freedom. */
    static Atlas coarser() {
        return new RefinedAtlas(1, true).build();
    }

    /** The body with each segment in so many pieces: 576 times as many degrees of freedom. */
    static Atlas of(int pieces) {
        return new RefinedAtlas(pieces, false).build();
    }

    private Atlas build() {
        AtlasTables standard = AtlasTables.standard();
        return Atlas.of(standard.with(AtlasTables.CORRECTIONS, "file,row,column,before,after,source,grade,reason\n")
                .with(AtlasTables.HAND_PLACES, "muscle,place,reach,source,grade,note\n")
                .with(AtlasTables.BODIES, bodies())
                .with(AtlasTables.JOINTS, joints())
                .with(AtlasTables.MUSCLES, muscles())
                .with(AtlasTables.PATH_POINTS, points())
                .with(AtlasTables.FASCIA, links(standard.texts().getOrDefault(AtlasTables.FASCIA, ""))));
    }

    private String bodies() {
        StringBuilder out =
                new StringBuilder("body_id,name,side,mass_kg,com_x_m,com_y_m,com_z_m,proximal_x_m,proximal_y_m,"
                        + "proximal_z_m,distal_x_m,distal_y_m,distal_z_m,radius_m,source,grade\n");
        for (Segment s : atlas.bodies().list()) {
            if (!hostOfSegment(s.id()).equals(s.id())) {
                continue;
            }
            for (int k = 0; k < pieces; k++) {
                Point c = pieces == 1 ? centreOfAll(s) : centre(s, k);
                Point p = pieces == 1 ? s.proximal() : at(s, k);
                Point d = pieces == 1 ? s.distal() : at(s, k + 1);
                out.append(row(
                        id(s.id(), k),
                        plain(s.name()),
                        s.side().name().toLowerCase(Locale.ROOT),
                        massOfAll(s) / pieces,
                        xyz(c),
                        xyz(p),
                        xyz(d),
                        s.radiusM(),
                        "estimated",
                        "estimated"));
            }
        }
        return out.toString();
    }

    private String joints() {
        StringBuilder out =
                new StringBuilder("joint_id,name,parent,child,x_m,y_m,z_m,k_rot_x_Nm_per_rad,k_rot_y_Nm_per_rad,"
                        + "k_rot_z_Nm_per_rad,k_trans_x_N_per_m,k_trans_y_N_per_m,k_trans_z_N_per_m,source,grade\n");
        for (Joint j : atlas.joints().list()) {
            if (hostOfSegment(j.parent()).equals(hostOfSegment(j.child()))) {
                continue;
            }
            out.append(row(
                    j.id(),
                    "joint",
                    nearest(j.parent(), j.centre()),
                    nearest(j.child(), j.centre()),
                    xyz(j.centre()),
                    xyz(j.rotation()),
                    xyz(j.translation()),
                    "estimated",
                    "estimated"));
        }
        for (Segment s : atlas.bodies().list()) {
            for (int k = 1; k < pieces; k++) {
                out.append(row(
                        id("glue_" + s.id(), k),
                        "glue",
                        id(s.id(), k - 1),
                        id(s.id(), k),
                        xyz(at(s, k)),
                        xyz(all(pieces * GLUE_ROTATION)),
                        xyz(all(pieces * GLUE_TRANSLATION)),
                        "estimated",
                        "estimated"));
            }
        }
        return out.toString();
    }

    private String muscles() {
        StringBuilder out = new StringBuilder(
                "line_id,muscle_id,muscle_name,latin,group,side,region,max_isometric_force_N,"
                        + "optimal_fibre_length_m,tendon_slack_length_m,pennation_rad,path_length_m,source,grade,note\n");
        for (Muscle m : atlas.muscles().list()) {
            for (MuscleLine l : m.lines()) {
                if (!spans(l)) {
                    continue;
                }
                out.append(row(
                        l.id(),
                        m.id(),
                        plain(m.name()),
                        plain(m.latin()),
                        plain(m.group()),
                        m.side().name().toLowerCase(Locale.ROOT),
                        plain(m.region()),
                        l.maxForceN(),
                        l.fibreLengthM(),
                        l.tendonLengthM(),
                        l.pennationRad(),
                        l.pathLengthM(),
                        "estimated",
                        "estimated",
                        ""));
            }
        }
        return out.toString();
    }

    private String points() {
        StringBuilder out = new StringBuilder("line_id,order,body_id,x_m,y_m,z_m\n");
        for (MuscleLine l : atlas.lines().list()) {
            if (!spans(l)) {
                continue;
            }
            List<PathPoint> path = l.points();
            for (int i = 0; i < path.size(); i++) {
                Point p = path.get(i).position();
                out.append(row(l.id(), i, nearest(path.get(i).body(), p), xyz(p)));
            }
        }
        return out.toString();
    }

    /** Fascia without what holds on to a muscle that the coarser body has not got. */
    private String links(String table) {
        Set<String> gone = new HashSet<>();
        for (Muscle m : atlas.muscles().list()) {
            if (m.lines().stream().noneMatch(this::spans)) {
                gone.add(m.id());
            }
        }
        StringWriter out = new StringWriter();
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(table);
                CsvWriter writer = CsvWriter.builder().build(out)) {
            for (CsvRecord row : rows) {
                List<String> cells = new ArrayList<>(row.getFields());
                if (!gone.contains(cells.get(2)) && !gone.contains(cells.get(3))) {
                    cells.set(2, host.getOrDefault(cells.get(2), cells.get(2)));
                    cells.set(3, host.getOrDefault(cells.get(3), cells.get(3)));
                    writer.writeRecord(cells);
                }
            }
        } catch (IOException neverOfAText) {
            throw new UncheckedIOException(neverOfAText);
        }
        return out.toString();
    }

    private String hostOfSegment(String segment) {
        return host.getOrDefault(segment, segment);
    }

    /** Whether a line still goes from one segment to another. */
    private boolean spans(MuscleLine line) {
        return line.points().stream()
                        .map(p -> hostOfSegment(p.body()))
                        .distinct()
                        .count()
                > 1;
    }

    private List<Segment> all(Segment host) {
        return atlas.bodies().list().stream()
                .filter(s -> hostOfSegment(s.id()).equals(host.id()))
                .toList();
    }

    private double massOfAll(Segment host) {
        return all(host).stream().mapToDouble(Segment::massKg).sum();
    }

    private Point centreOfAll(Segment host) {
        List<Segment> all = all(host);
        double mass = massOfAll(host);
        if (all.size() == 1 || mass == 0) {
            return host.centreOfMass();
        }
        double x = 0;
        double y = 0;
        double z = 0;
        for (Segment s : all) {
            x += s.massKg() / mass * s.centreOfMass().x();
            y += s.massKg() / mass * s.centreOfMass().y();
            z += s.massKg() / mass * s.centreOfMass().z();
        }
        return new Point(x, y, z);
    }

    private String nearest(String part, Point p) {
        String segment = hostOfSegment(part);
        Segment s = atlas.bodies().get(segment);
        int best = 0;
        for (int k = 1; k < pieces; k++) {
            if (centre(s, k).distanceTo(p) < centre(s, best).distanceTo(p) - 1e-9) {
                best = k;
            }
        }
        return id(segment, best);
    }

    private Point centre(Segment s, int k) {
        return pieces == 1 ? s.centreOfMass() : along(s, (k + 0.5) / pieces);
    }

    private Point at(Segment s, int k) {
        return along(s, (double) k / pieces);
    }

    private static Point along(Segment s, double t) {
        return new Point(
                s.proximal().x() + t * (s.distal().x() - s.proximal().x()),
                s.proximal().y() + t * (s.distal().y() - s.proximal().y()),
                s.proximal().z() + t * (s.distal().z() - s.proximal().z()));
    }

    /** Keeps the side at the end of the id, where the mirror image is looked for. */
    private static String id(String id, int k) {
        if (k == 0) {
            return id;
        }
        String side = id.endsWith("_right") ? "_right" : id.endsWith("_left") ? "_left" : "";
        return id.substring(0, id.length() - side.length()) + "_piece_" + k + side;
    }

    private static Point all(double value) {
        return new Point(value, value, value);
    }

    private static String plain(String words) {
        return words.replace(',', ' ');
    }

    private static String xyz(Point p) {
        return p.x() + "," + p.y() + "," + p.z();
    }

    private static String row(Object... cells) {
        StringBuilder out = new StringBuilder();
        for (Object cell : cells) {
            out.append(out.isEmpty() ? "" : ",").append(cell);
        }
        return out.append('\n').toString();
    }
}
