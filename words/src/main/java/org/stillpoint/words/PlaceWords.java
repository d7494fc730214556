package org.stillpoint.words;

import java.util.List;
import org.stillpoint.anatomy.Side;
import org.stillpoint.record.Score0To10;

/** Places on the body, and what is said of them there. {@link PlaceNames} finds the right one. */
public enum PlaceWords implements Label {
    GROUND,
    SOLE_ON_GROUND,
    SOLE_INSIDE,
    POSTURE_CONTROL,
    POSTURE_INSIDE,
    ENGAGED,
    DEEP_LOWER_SPINE,
    LONG_SPINE,
    DEEP_UPPER_SPINE,
    DEEP_NECK,
    LONG_NECK,
    BELOW_SKULL,
    FRONT_OF_NECK_SPINE,
    FLOOR_OF_MOUTH,
    FRONT_OF_THROAT,
    REAR_SCALENES,
    BETWEEN_RIBS,
    BELLY_SIDE,
    FLOOR_OF_PELVIS,
    DEEP_IN_BUTTOCK,
    SIDE_OF_BUTTOCK,
    PSOAS,
    DEEP_CALF,
    SOLE,
    TOP_OF_FOOT,
    BETWEEN_HAND_BONES,
    BALL_OF_THUMB,
    BALL_OF_LITTLE_FINGER,
    FINGER_FLEXORS,
    FINGER_EXTENSORS,
    DEEP_FOREARM,
    RHOMBOIDS;

    /** @param muscles what a therapist calls muscles that a hand does not tell apart */
    public record HandSided(Message muscles, Side side) implements Message {}

    public record Sided(PlaceName name, Side side) implements Message {}

    /** What is in the middle of the body. */
    public record Unsided(PlaceName name) implements Message {}

    public record Several(List<Message> places) implements Message {}

    public record Pain(Score0To10 score) implements Message {}

    public record PainFelt(Score0To10 score, Message quality) implements Message {}

    public record Released(Share extent) implements Message {}
}
