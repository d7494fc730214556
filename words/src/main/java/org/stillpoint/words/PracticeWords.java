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
    THE_FIELD;

    public record Few(int people) implements Message {}

    public record Responders(String own) implements Message {}

    public record PlaceGroup(String place) implements Message {}

    public record Fifths(List<Integer> counts) implements Message {}

    public record SmallGroup(int clients) implements Message {}
}
