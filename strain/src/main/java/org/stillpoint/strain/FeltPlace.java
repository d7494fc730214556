package org.stillpoint.strain;

import org.stillpoint.anatomy.JointId;
import org.stillpoint.anatomy.MuscleId;

/** Somewhere a contraction may be felt. */
public sealed interface FeltPlace {

    /** The tension of a named muscle. */
    record OfMuscle(MuscleId muscle) implements FeltPlace {}

    /** The rotation of a joint, in the direction in which it answers. */
    record OfJoint(JointId joint) implements FeltPlace {}

    /**
     * The displacement of a segment, in the direction in which it answers.
     *
     * @param id in the atlas
     */
    record OfSegment(String id) implements FeltPlace {}
}
