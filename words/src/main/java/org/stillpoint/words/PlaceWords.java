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
    DEEP_BESIDE_SPINE,
    LONG_BESIDE_SPINE,
    OF_BREATHING,
    BACK_OF_NECK,
    BELOW_SKULL,
    FRONT_OF_NECK_SPINE,
    WALL_OF_BELLY,
    FLOOR_OF_PELVIS,
    SOLE,
    INSIDE_HAND,
    DEEP_IN_BUTTOCK;

    /**
     * Muscles that a hand does not tell apart.
     *
     * @param muscles what a therapist calls them
     * @param first the most probable one
     */
    public record Together(Message muscles, Side side, String first) implements Message {}

    public record Sided(String name, Side side) implements Message {}

    public record Several(List<Message> places) implements Message {}

    public record Pain(Score0To10 score) implements Message {}

    public record Released(Share extent) implements Message {}
}
