package org.stillpoint.strain;

import org.stillpoint.anatomy.MuscleId;

/** What carries load between segments. */
public sealed interface Carrier {

    /** Id in the atlas, or the name of a scar or control. */
    String id();

    /** A line of a muscle. */
    record MuscleFibres(String id, MuscleId muscle) implements Carrier {}

    /** A continuity of connective tissue. */
    record FascialContinuity(String id, String name) implements Carrier {}

    /** A scar. */
    record ScarStrand(String id) implements Carrier {}

    /** A joint. */
    record JointTissue(String id, String name) implements Carrier {}

    /** A sole on the ground. */
    record Ground(String id) implements Carrier {}

    /** Posture control. */
    record PostureControl(String id) implements Carrier {}
}
