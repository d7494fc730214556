package org.stillpoint.words;

import org.stillpoint.record.Refused;

/** Drawing the days of sessions by lot. */
public enum PlanWords implements Label {
    TITLE,
    WHEN_LOT,
    DRAWN_ONCE,
    DRAWN,
    WHAT_IS_DRAWN,
    BEGIN,
    PAIRS,
    PHASES,
    FIRST_DAY,
    DAYS,
    DAYS_HINT,
    HOW_MANY,
    HOW_MANY_HINT,
    DRAW_AND_SEAL,
    DRAWN_ALREADY,
    WITHIN_A_YEAR;

    public record CannotBeDrawn(Refused.Rule rule) implements Message {}
}
