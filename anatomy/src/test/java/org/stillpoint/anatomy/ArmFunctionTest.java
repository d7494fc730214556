package org.stillpoint.anatomy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the muscles of the hanging right arm do: the sign of their moment arms, against what every textbook of anatomy says of them
 * (Gray's Anatomy; Platzer, Locomotor System: recalled). The size is bounded by the
 * breadth of the joints, 8 cm. Smallest, and hardly more than a sign, are at a straight elbow the supination of the biceps, and
 * the inward rotation of the deltoid.
 */
class ArmFunctionTest {

    /** Turn of the limb that lengths are compared over, rad. */
    private static final double TURN = 1e-4;

    private static final Set<String> FOREARM =
            Set.of("ulna_right", "radius_right", "hand_right", "fingers_right", "thumb_right");
    private static final Set<String> TURNING = Set.of("radius_right", "hand_right", "fingers_right", "thumb_right");

    private final Atlas atlas = Atlas.standard();

    private Point joint(String id) {
        return atlas.joints().get(id + "_right").centre();
    }

    /** Moment arm of the lines whose id starts so, each by its force, m: positive where they do what the movement is called. */
    private double momentArm(String lines, String movement) {
        Point shoulder = joint("glenohumeral");
        Point elbow = joint("humeroulnar");
        Point hinge = ArmFrame.unit(ArmFrame.minus(joint("humeroradial"), elbow));
        Point radiusHead = atlas.bodies().get("radius_right").proximal();
        Point turning = ArmFrame.unit(
                ArmFrame.minus(radiusHead, atlas.bodies().get("ulna_right").distal()));
        return switch (movement) {
            case "flexes the shoulder" -> arm(lines, shoulder, new Point(0, 0, 1), true, FOREARM);
            case "extends the shoulder" -> arm(lines, shoulder, new Point(0, 0, -1), true, FOREARM);
            case "abducts" -> arm(lines, shoulder, new Point(-1, 0, 0), true, FOREARM);
            case "adducts" -> arm(lines, shoulder, new Point(1, 0, 0), true, FOREARM);
            case "rotates in" -> arm(lines, shoulder, new Point(0, 1, 0), true, FOREARM);
            case "rotates out" -> arm(lines, shoulder, new Point(0, -1, 0), true, FOREARM);
            case "flexes the elbow" -> arm(lines, elbow, hinge, false, FOREARM);
            case "extends the elbow" -> arm(lines, elbow, ArmFrame.times(hinge, -1), false, FOREARM);
            case "pronates" -> arm(lines, radiusHead, turning, false, TURNING);
            case "supinates" -> arm(lines, radiusHead, ArmFrame.times(turning, -1), false, TURNING);
            default -> throw new IllegalArgumentException(movement);
        };
    }

    private double arm(String lines, Point centre, Point axis, boolean humerusToo, Set<String> moved) {
        double[] turn = ArmFrame.about(axis, TURN);
        double moment = 0;
        double force = 0;
        for (MuscleLine line : atlas.lines().list()) {
            if (!line.id().startsWith(lines) || !line.id().endsWith("_right")) {
                continue;
            }
            double length = 0;
            Point before = null;
            for (PathPoint p : line.points()) {
                boolean moves =
                        moved.contains(p.body()) || humerusToo && p.body().equals("humerus_right");
                Point here = moves
                        ? ArmFrame.plus(centre, ArmFrame.turned(turn, ArmFrame.minus(p.position(), centre)))
                        : p.position();
                length += before == null ? 0 : here.distanceTo(before);
                before = here;
            }
            moment += line.maxForceN() * (line.pathLengthM() - length) / TURN;
            force += line.maxForceN();
        }
        assertThat(force).as("lines " + lines).isPositive();
        return moment / force;
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "deltoid_clavicular, flexes the shoulder",
        "deltoid_clavicular, rotates in",
        "deltoid_acromial, abducts",
        "deltoid_spinal, extends the shoulder",
        "deltoid_spinal, rotates out",
        "supraspinatus, abducts",
        "infraspinatus, rotates out",
        "teres_minor, rotates out",
        "subscapularis, rotates in",
        "teres_major, rotates in",
        "teres_major, adducts",
        "teres_major, extends the shoulder",
        "latissimus_dorsi, rotates in",
        "latissimus_dorsi, adducts",
        "latissimus_dorsi, extends the shoulder",
        "pectoralis_major, rotates in",
        "pectoralis_major, adducts",
        "pectoralis_major_clavicular, flexes the shoulder",
        "coracobrachialis, flexes the shoulder",
        "biceps_brachii, flexes the elbow",
        "biceps_brachii, supinates",
        "brachialis, flexes the elbow",
        "brachioradialis, flexes the elbow",
        "triceps_brachii_long, extends the shoulder",
        "triceps_brachii, extends the elbow",
        "anconeus, extends the elbow",
        "supinator, supinates",
        "pronator_teres, pronates",
        "pronator_teres, flexes the elbow",
        "pronator_quadratus, pronates"
    })
    void momentArm_ofAMuscleOfTheHangingArm_hasTheSignOfItsAction(String lines, String movement) {
        assertThat(momentArm(lines, movement)).isGreaterThan(0).isLessThan(0.08);
    }
}
