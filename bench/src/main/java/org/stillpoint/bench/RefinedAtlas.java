package org.stillpoint.bench;

import java.util.List;
import java.util.Locale;
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
 * segments. Muscles and joints hold on to the nearest piece. The first piece keeps the segment's id.
 */
final class RefinedAtlas {

    /** Stiffness of a whole segment between its pieces, N m/rad and N/m: far above any joint's, so that it stays one piece. */
    private static final double GLUE_ROTATION = 1e4;

    private static final double GLUE_TRANSLATION = 1e7;

    private final Atlas atlas = Atlas.standard();
    private final int pieces;

    private RefinedAtlas(int pieces) {
        this.pieces = pieces;
    }

    /** The body with each segment in so many pieces: 576 times as many degrees of freedom. */
    static Atlas of(int pieces) {
        return new RefinedAtlas(pieces).build();
    }

    private Atlas build() {
        AtlasTables standard = AtlasTables.standard();
        String links = standard.texts().getOrDefault(AtlasTables.FASCIA, "");
        return Atlas.of(standard.with(AtlasTables.CORRECTIONS, "file,row,column,before,after,source,grade,reason\n")
                .with(AtlasTables.BODIES, bodies())
                .with(AtlasTables.JOINTS, joints())
                .with(AtlasTables.MUSCLES, muscles())
                .with(AtlasTables.PATH_POINTS, points())
                .with(AtlasTables.FASCIA, links));
    }

    private String bodies() {
        StringBuilder out =
                new StringBuilder("body_id,name,side,mass_kg,com_x_m,com_y_m,com_z_m,proximal_x_m,proximal_y_m,"
                        + "proximal_z_m,distal_x_m,distal_y_m,distal_z_m,radius_m,source,grade\n");
        for (Segment s : atlas.bodies().list()) {
            for (int k = 0; k < pieces; k++) {
                Point c = centre(s, k);
                Point p = pieces == 1 ? s.proximal() : at(s, k);
                Point d = pieces == 1 ? s.distal() : at(s, k + 1);
                out.append(row(
                        id(s.id(), k),
                        plain(s.name()),
                        s.side().name().toLowerCase(Locale.ROOT),
                        s.massKg() / pieces,
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
            List<PathPoint> path = l.points();
            for (int i = 0; i < path.size(); i++) {
                Point p = path.get(i).position();
                out.append(row(l.id(), i, nearest(path.get(i).body(), p), xyz(p)));
            }
        }
        return out.toString();
    }

    private String nearest(String segment, Point p) {
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
