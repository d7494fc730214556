package org.stillpoint.strain;

import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.AtlasTables;

/** Small made-up bodies, symmetric left and right, standing on two heels: a spine, limbs, muscles and one continuity. */
final class RandomBody {

    private final Random random;
    private final StringBuilder bodies =
            new StringBuilder("body_id,name,side,mass_kg,com_x_m,com_y_m,com_z_m,proximal_x_m,"
                    + "proximal_y_m,proximal_z_m,distal_x_m,distal_y_m,distal_z_m,radius_m,source,grade\n");
    private final StringBuilder joints = new StringBuilder(
            "joint_id,name,parent,child,x_m,y_m,z_m,k_rot_x_Nm_per_rad,"
                    + "k_rot_y_Nm_per_rad,k_rot_z_Nm_per_rad,k_trans_x_N_per_m,k_trans_y_N_per_m,k_trans_z_N_per_m,source,grade\n");
    private final StringBuilder muscles = new StringBuilder(
            "line_id,muscle_id,muscle_name,latin,group,side,region,"
                    + "max_isometric_force_N,optimal_fibre_length_m,tendon_slack_length_m,pennation_rad,path_length_m,source,grade,note\n");
    private final StringBuilder points = new StringBuilder("line_id,order,body_id,x_m,y_m,z_m\n");

    private RandomBody(long seed) {
        random = new Random(seed);
    }

    static Atlas of(long seed) {
        return new RandomBody(seed).build();
    }

    private Atlas build() {
        int spine = 2 + random.nextInt(4);
        int limbs = 1 + random.nextInt(4);
        for (int i = 0; i < spine; i++) {
            double y = 0.5 + 0.3 * i;
            body(i == spine - 1 ? "skull" : "spine_" + i, "midline", between(-0.1, 0.1), y, 0);
            if (i > 0) {
                joint("disc_" + i, "spine_" + (i - 1), i == spine - 1 ? "skull" : "spine_" + i, 0, y - 0.15, 0);
            }
        }
        pair("calcaneus", 0.05, 0.1, "spine_0", 0.3);
        for (int i = 0; i < limbs; i++) {
            int on = random.nextInt(spine - 1);
            pair("limb_" + i, 0.4 + 0.3 * on, 0.3, "spine_" + on, 0.5 + 0.3 * on);
        }
        int lines = 3 + random.nextInt(6);
        for (int i = 0; i < lines; i++) {
            muscle(i, spine, limbs);
        }
        return Atlas.of(new AtlasTables(Map.of(
                AtlasTables.SOURCES,
                "key,citation,licence,url,what_was_taken,how_seen\nmade,made up,,,,\n",
                AtlasTables.CORRECTIONS,
                "file,row,column,before,after,source,grade,reason\n",
                AtlasTables.BODIES,
                bodies.toString(),
                AtlasTables.JOINTS,
                joints.toString(),
                AtlasTables.MUSCLES,
                muscles.toString(),
                AtlasTables.PATH_POINTS,
                points.toString(),
                AtlasTables.FASCIA,
                "link_id,name,from_body_or_muscle,to_body_or_muscle,points_m,evidence,studies,source,"
                        + "evidence_as_given,confidence_as_given\n"
                        + link("right", 1)
                        + link("left", -1),
                AtlasTables.REGIONS,
                "region_code,code_in_raw_rows_of_males,view,name,side,x_m,y_m,z_m,source,grade\n",
                AtlasTables.HAND_PLACES,
                "muscle,place,reach,source,grade,note\n")));
    }

    private static String link(String side, int sign) {
        return format(
                "F_%s,chain,muscle_0_%s,muscle_1_%s,0 0.5 %s ; 0 0.6 %s,strong,1,made,,\n",
                side, side, side, 0.1 * sign, 0.1 * sign);
    }

    private void pair(String name, double y, double z, String on, double jointY) {
        double x = between(-0.1, 0.1);
        double dz = z + between(-0.05, 0.05);
        body(name + "_right", "right", x, y, dz);
        body(name + "_left", "left", x, y, -dz);
        String stiffness = stiffness();
        for (int sign = 1; sign >= -1; sign -= 2) {
            String side = sign > 0 ? "right" : "left";
            joints.append(format(
                    "to_%s_%s,j,%s,%s_%s,0,%s,%s,%s,made,made\n",
                    name, side, on, name, side, jointY, sign * z / 2, stiffness));
        }
    }

    private void body(String id, String side, double x, double y, double z) {
        bodies.append(format(
                "%s,b,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,0.02,made,made\n",
                id, side, id.startsWith("calc") ? 1.5 : 0.8, x, y, z, x, y, z, x, y + 0.05, z));
    }

    private void joint(String id, String parent, String child, double x, double y, double z) {
        joints.append(format("%s,j,%s,%s,%s,%s,%s,%s,made,made\n", id, parent, child, x, y, z, stiffness()));
    }

    private String stiffness() {
        return format(
                "%s,%s,%s,%s,%s,%s",
                between(50, 300),
                between(50, 300),
                between(50, 300),
                between(1e4, 1e6),
                between(1e4, 1e6),
                between(1e4, 1e6));
    }

    private void muscle(int i, int spine, int limbs) {
        String from = i % 2 == 0 ? "calcaneus" : "limb_" + random.nextInt(limbs);
        int on = i % 2 == 0 ? random.nextInt(spine - 1) : 0;
        String to = i % 2 == 0 ? "spine_" + on : "calcaneus";
        double x = between(-0.1, 0.1);
        double x2 = between(-0.1, 0.1);
        double y = between(0.2, 0.5);
        String numbers = format("%s,%s,%s,0.1", between(50, 2000), between(0.02, 0.1), between(0.001, 0.2));
        for (int sign = 1; sign >= -1; sign -= 2) {
            String side = sign > 0 ? "right" : "left";
            String line = format("line_%s_%s", i, side);
            muscles.append(format("%s,muscle_%s_%s,m,m,g,%s,r,%s,0.3,made,made,\n", line, i, side, side, numbers));
            points.append(format("%s,0,%s_%s,%s,%s,%s\n", line, from, side, x, y, 0.12 * sign));
            points.append(format(
                    "%s,1,%s,%s,%s,%s\n",
                    line, to.startsWith("spine") ? to : to + "_" + side, x2, y + 0.3, 0.05 * sign));
        }
    }

    private double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
