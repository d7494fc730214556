package org.stillpoint.words;

import java.util.List;

/** The practice: its people together, and its forecasts. */
public enum PracticeWords implements Label {
    NOT_WHY,
    WORSE_HOWEVER_SMALL,
    NOBODY_WORSE,
    STOPPED,
    SAID_WORSE,
    TOGETHER,
    FIGURE,
    FIGURE_CAPTION,
    HOW_WORKED_OUT,
    TWO_WAYS,
    POOLING,
    EACH_CAPTION,
    CLIENT,
    CHANGE,
    ALONE,
    DRAWN,
    BY_TOLD,
    NO_GROUPS,
    GROUPS_BY_CHANCE,
    GROUPS_CAPTION,
    TOLD_EVENT,
    CLIENTS,
    THEIR_MEAN,
    HOW_VARIED,
    CANNOT_SAY,
    FORECASTS,
    SEALED,
    RESOLVED,
    OPEN,
    VOID,
    SCORES_CAPTION,
    FORECASTER,
    CRPS,
    LOG_SCORE,
    RANGE_HELD,
    CALIBRATION_FIGURE,
    CALIBRATION_CAPTION,
    CALIBRATION,
    CHANCES_CAPTION,
    CHANCE_GIVEN,
    MEAN_CHANCE,
    IT_CAME,
    THE_SCORES,
    SCORES,
    THE_FIELD,
    REPORT,
    PRINT_REPORT,
    NOBODY_NAMED;

    public record Few(int people) implements Message {}

    public record Responders(String own) implements Message {}

    public record PlaceGroup(String place) implements Message {}

    public record Fifths(List<Integer> counts) implements Message {}

    public record SmallGroup(int clients) implements Message {}

    /** How many of a group there are. */
    public record Counted(String group, int clients) implements Message {}

    /** A group by what was told, on paper. */
    public record GroupLine(String group, int clients, String own, String drawn) implements Message {}

    /** Sessions of a year by how their plan was followed, on paper. */
    public record PlanLine(String year, Message group, int sessions, String change) implements Message {}

    /** The scores of a forecaster, on paper. */
    public record ScoreLine(String by, String crps, String held, int forecasts) implements Message {}
}
