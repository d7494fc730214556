package org.stillpoint.words;

import org.stillpoint.record.plan.PlanReason;

/** The plan before a session: each line says why. */
public enum SessionPlanWords implements Label {
    TITLE,
    SEE,
    HINT,
    ORDER,
    NO_PLACE,
    PLACES,
    LEFT_OUT,
    HOW_LONG,
    AS_USUAL,
    MORE_GENTLY,
    OWN,
    OWN_HINT,
    REMOVE,
    MINUTES,
    MINUTES_HINT,
    WORDS,
    ASK_FIRST,
    BODY_TO_PICK,
    KEEP,
    KEPT,
    NOT_KEPT,
    STALE,
    SESSION_GOES_ON,
    CHOSEN,
    NOT_PLANNED,
    YEARS,
    YEARS_HINT,
    YEAR,
    GROUP,
    SESSIONS,
    WITH_CHECK_INS,
    CHANGE,
    TOO_FEW;

    public record Length(int least, int most) implements Message {}

    /** @param why with its day */
    public record Because(PlanReason why, String day) implements Message {}

    /** A place that is left out. */
    public record NeverSince(String place, String day) implements Message {}

    public record NotSigned(String place, String day) implements Message {}

    public record Stopped(String day) implements Message {}

    public record Worse(String day) implements Message {}

    public record First() implements Message {}

    public record Safety(String day) implements Message {}

    public record KeptOn(String day) implements Message {}

    /** Where hands were to come, in a session that has ended. */
    public record WerePlanned(String places) implements Message {}

    public record TurnOf(String place) implements Message {}

    public record RemoveOf(String place) implements Message {}
}
