package org.stillpoint.words;

import java.time.Instant;
import java.util.List;
import org.stillpoint.record.history.EventDate;
import org.stillpoint.record.history.EventKind;

/** How it goes for one client. */
public enum HowItGoesWords implements Label {
    SAVED,
    SAVE_AS_PDF,
    QUESTIONNAIRES,
    ON_THE_CHART,
    EXPECTED,
    SESSION,
    RELEASE,
    TOLD_EVENT,
    TOLD_EVENT_SPAN,
    BAND_ON_CHART,
    BAND,
    CANNOT_BE_KNOWN,
    WORSE,
    NOTHING_WORSE,
    NO_FORECAST,
    SEALED,
    ABOUT,
    FORECAST,
    OWN_GUESS,
    CAME,
    SEAL,
    BY_LOT,
    NO_LOT,
    DRAW,
    NUMBERS,
    NUMBERS_TABLE,
    DAY,
    WHAT_IS_WORSE,
    BEFORE_FIRST,
    WITHOUT_SESSIONS,
    MEAN,
    SINCE_FIRST,
    STOP_SIGNALLED,
    TURNED_WORSE,
    WHY_WITHOUT_LOT,
    WHY_WITH_LOT,
    WITHOUT_TREATMENT,
    WHETHER_IT_WORKS,
    WHAT_THE_BODY_HAS,
    SAME_SOURCES,
    HOW_DO_WE_KNOW;

    public record EachOf(Message measure, boolean asked) implements Message {}

    public record EveryMeasure(int measures) implements Message {}

    public record ForecastsSoFar(int forecasts) implements Message {}

    public record SourceOf(Message source) implements Message {}

    public record Drawn(Message plan, Message test) implements Message {}

    /** The chart for someone who cannot see it. */
    public record OfChart(Message measure, String from, String to, double low, double high) implements Message {}

    /** A score, among check-ins and sessions. */
    public record ScoreOf(Message measure, double score) implements Message {}

    public record Released(List<Message> sites) implements Message {}

    public record SiteReleased(String site, Share extent) implements Message {}

    public record SeeAbove(List<Message> measures) implements Message {}

    public record SessionOn(Instant day) implements Message {}

    public record ReleaseOn(Instant day) implements Message {}

    public record EventOf(EventKind kind, EventDate when) implements Message {}
}
