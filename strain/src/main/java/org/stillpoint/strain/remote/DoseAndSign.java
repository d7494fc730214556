package org.stillpoint.strain.remote;

import java.util.List;
import java.util.Locale;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.JointId;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.anatomy.Point;
import org.stillpoint.anatomy.Side;
import org.stillpoint.strain.Lift;
import org.stillpoint.strain.Load;
import org.stillpoint.strain.StrainNetwork;

/** Tests of dose and sign that single protocols allow; they need no threshold. */
final class DoseAndSign {

    private final Atlas atlas;
    private final StrainNetwork network;

    DoseAndSign(Atlas atlas, StrainNetwork network) {
        this.atlas = atlas;
        this.network = network;
    }

    List<RemoteEffectsReport.Test> tests() {
        return List.of(knee(), brachialis());
    }

    /** Harato: trunk and pelvis move with one knee held at 30 degrees, not at 15. */
    private RemoteEffectsReport.Test knee() {
        double thirty = pelvis(30);
        double fifteen = pelvis(15);
        double ratio = thirty / fifteen;
        return new RemoteEffectsReport.Test(
                "one knee held bent: 30 degrees against 15",
                "found at 30, not found at 15",
                String.format(
                        Locale.ROOT,
                        "pelvis tilts %.2f against %.2f degrees, %.1f times as much",
                        Math.toDegrees(thirty),
                        Math.toDegrees(fifteen),
                        ratio),
                ratio > 1);
    }

    /**
     * Tilt of the pelvis when one knee is held bent in standing: the leg is shorter by what its two equal parts lose, each
     * turned by half the angle. Rad; small displacements, scaled from one centimetre.
     */
    private double pelvis(double degrees) {
        double leg = joint("hip_right").distanceTo(joint("talocrural_right"));
        double shorter = leg * (1 - Math.cos(Math.toRadians(degrees) / 2));
        double perMetre =
                network.stand(List.of(new Lift(Side.LEFT, 0.001))).landmarks().pelvisTilt() / 0.001;
        return perMetre * shorter;
    }

    private Point joint(String id) {
        return atlas.joints().get(id).centre();
    }

    /** Yoshitake: the brachialis slackens as pronation of the forearm lengthens the biceps. */
    private RemoteEffectsReport.Test brachialis() {
        List<Load> forearm =
                List.of(new Load.JointLoad(new JointId("proximal_radioulnar_right"), Load.AtlasAxis.RY, 1));
        double biceps = shortening(forearm, "biceps_brachii_right");
        double brachialis = shortening(forearm, "brachialis_right");
        return new RemoteEffectsReport.Test(
                "the brachialis as the biceps is lengthened by turning the forearm",
                "slackens",
                biceps * brachialis < 0 ? "slackens" : biceps * brachialis > 0 ? "tightens too" : "does not answer",
                biceps * brachialis < 0);
    }

    private double shortening(List<Load> by, String muscle) {
        return network.answer(by, List.of(new Load.MuscleLoad(new MuscleId(muscle))));
    }
}
