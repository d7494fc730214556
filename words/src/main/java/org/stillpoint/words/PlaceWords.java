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
    ENGAGED;

    public record Sided(String name, Side side) implements Message {}

    public record Several(List<Message> places) implements Message {}

    public record Pain(Score0To10 score) implements Message {}

    public record Released(Share extent) implements Message {}
}
