package org.stillpoint.strain;

/** Somewhere a contraction may be felt. */
public sealed interface FeltPlace {

    /** Id in the atlas. */
    String id();

    /** The tension of a named muscle. */
    record OfMuscle(String id) implements FeltPlace {}

    /** The rotation of a joint, in the direction in which it answers. */
    record OfJoint(String id) implements FeltPlace {}

    /** The displacement of a segment, in the direction in which it answers. */
    record OfSegment(String id) implements FeltPlace {}
}
