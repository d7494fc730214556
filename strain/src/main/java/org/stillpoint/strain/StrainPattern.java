package org.stillpoint.strain;

import java.util.List;
import org.stillpoint.anatomy.JointId;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.anatomy.Point;

/**
 * How the whole body answers to held contractions.
 *
 * @param method how it was computed
 * @param muscles one for each named muscle that the body has, in the order of the atlas
 * @param joints one for each joint that the body has, in the order of the atlas
 * @param slack ids of muscle lines, continuities and scars that went loose
 */
public record StrainPattern(Method method, List<MuscleStrain> muscles, List<JointStrain> joints, List<String> slack) {

    /** How a strain pattern was computed. */
    public enum Method {
        /** One solve; nothing goes slack. */
        LINEAR,
        /** Small displacements, with slack lines taken out. */
        ACTIVE_SET,
        /** The geometry follows the displacements. */
        RELINEARISED,
        /** Small displacements; muscles hold the body upright, and no line pushes. */
        UPRIGHT
    }

    /**
     * What happens to one muscle.
     *
     * @param id which
     * @param tensionChange extra tension as a fraction of maximal force, weighted over its lines as in {@link Influence}
     * @param lengthening of its path as a fraction of fibre length, lines weighted by force; below 0: shorter
     */
    public record MuscleStrain(MuscleId id, double tensionChange, double lengthening) {}

    /**
     * What happens to one joint, child against parent.
     *
     * @param rotation about x (side bending), y (turning), z (flexion and extension), rad
     * @param translation along x, y, z, m
     * @param momentNm size of the extra elastic moment, N m
     * @param forceN size of the extra elastic force, N
     */
    public record JointStrain(JointId id, Point rotation, Point translation, double momentNm, double forceN) {}

    public StrainPattern {
        muscles = List.copyOf(muscles);
        joints = List.copyOf(joints);
        slack = List.copyOf(slack);
    }
}
