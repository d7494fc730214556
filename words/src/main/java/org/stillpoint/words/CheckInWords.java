package org.stillpoint.words;

import org.stillpoint.record.Score0To10;

/** The check-in. */
public enum CheckInWords implements Label {
    HOW_IS_IT,
    PAIN,
    THE_WORST_IMAGINABLE,
    STRESS,
    TENSION,
    ANXIETY,
    THE_MOST,
    MORE,
    MOOD,
    SLEEP,
    BODY_AWARENESS,
    THE_WORST,
    THE_BEST,
    WORSE,
    WORSE_HINT,
    DONE,
    ANOTHER_KEPT,
    DAY,
    DAY_HINT,
    EARLIER,
    MEND_HINT,
    MEND,
    SAVE,
    HAND_OVER,
    HAND_OVER_HINT;

    public record MendOf(String day) implements Message {}

    public record OfDay(String day) implements Message {}

    public record Answered(Message what, Score0To10 score) implements Message {}
}
