package org.stillpoint.words;

import org.stillpoint.record.Score0To10;
import org.stillpoint.record.session.Moment;

/** What is marked in a session. */
public enum MomentWords implements Label {
    SETTLED,
    STILLPOINT,
    SIGNIFICANCE_STOP,
    MEMORY_SURFACED,
    PAUSE,
    GOING_ON,
    STOP_SIGNAL,
    CONSENT_ENDED,
    UNDONE,
    AMENDED;

    public record Engaged(Message site) implements Message {}

    public record EngagedBy(Message site, String technique) implements Message {}

    public record AskedYes(Message site) implements Message {}

    public record AskedNotToday(Message site) implements Message {}

    public record Awareness(Score0To10 score) implements Message {}

    public record Distress(Score0To10 score) implements Message {}

    /** @param distress asked for again after the stop */
    public record Grounded(Score0To10 distress) implements Message {}

    public record Released(Share extent, Message site) implements Message {}

    /** What a moment is called. */
    public static Message of(Moment moment, PlaceNames places) {
        return switch (moment) {
            case Moment.Settled() -> SETTLED;
            case Moment.SiteEngaged(var site, var technique) ->
                technique.isEmpty()
                        ? new Engaged(places.site(site))
                        : new EngagedBy(places.site(site), technique.value());
            case Moment.Stillpoint() -> STILLPOINT;
            case Moment.SignificanceStop() -> SIGNIFICANCE_STOP;
            case Moment.SignOfRelease(var sign) -> new Named(sign);
            case Moment.MemorySurfaced() -> MEMORY_SURFACED;
            case Moment.Awareness(var score) -> new Awareness(score);
            case Moment.Distress(var score) -> new Distress(score);
            case Moment.Release(var site, double extent) -> new Released(new Share(extent), places.site(site));
            case Moment.Paused() -> PAUSE;
            case Moment.Resumed() -> GOING_ON;
            case Moment.StopSignal() -> STOP_SIGNAL;
            case Moment.ConsentEnded() -> CONSENT_ENDED;
            case Moment.TouchAsked(var site, boolean yes) ->
                yes ? new AskedYes(places.site(site)) : new AskedNotToday(places.site(site));
            case Moment.Grounded(var distress) -> new Grounded(distress);
            case Moment.Undone(var mark) -> UNDONE;
            case Moment.Amended(var mark, var meant) -> AMENDED;
        };
    }
}
