package org.stillpoint.words;

import java.util.Optional;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.Site;
import org.stillpoint.record.session.SpokeFirst;

/** What is marked in a session. */
public enum MomentWords implements Label {
    SETTLED,
    STILLPOINT,
    SIGNIFICANCE_STOP,
    MEMORY_SURFACED,
    IMAGE,
    EMOTION,
    POSITION_TAKEN,
    INTEGRATION,
    GROUNDING_STEP,
    PAUSE,
    GOING_ON,
    STOP_SIGNAL,
    HELP_CALLED,
    HAND_TAKEN,
    CONSENT_ENDED,
    DICTATED_AFTER,
    UNDONE,
    AMENDED;

    /** @param station where hands lay */
    public record ArcedFrom(Message station) implements Message {}

    public record Engaged(Message site) implements Message {}

    public record EngagedBy(Message site, String technique) implements Message {}

    public record AskedYes(Message site) implements Message {}

    public record AskedNotToday(Message site) implements Message {}

    public record Awareness(Score0To10 score) implements Message {}

    public record Distress(Score0To10 score) implements Message {}

    /** @param distress asked for again after the stop */
    public record Grounded(Score0To10 distress) implements Message {}

    /** One of the practice's steps after a stop, counted from 1. */
    public record Step(int number) implements Message {}

    public record StepSaid(int number, String sentence) implements Message {}

    public record AnsweredYes(Message what) implements Message {}

    public record AnsweredNo(Message what) implements Message {}

    public record Released(Share extent, Message site) implements Message {}

    /** @param words that were dictated after the session */
    public record WithWords(Message what, String words) implements Message {}

    /** @param what was tapped */
    public record AfterSigning(Message what) implements Message {}

    /** @param how in the words of whoever marked it */
    public record PositionTakenSo(String how) implements Message {}

    /** @param extent as the client judged it */
    public record ReleasedForTheClient(Share extent, Message site) implements Message {}

    public record ClientFirst(Message what) implements Message {}

    public record TherapistFirst(Message what) implements Message {}

    /** That a release was judged; how far is shown to nobody while the session goes on, so that neither sees what the other judged. */
    public record Judged(Message site) implements Message {}

    public record JudgedByTheClient(Message site) implements Message {}

    private static Message first(Message what, Optional<SpokeFirst> first) {
        return first.isEmpty()
                ? what
                : switch (first.get()) {
                    case CLIENT -> new ClientFirst(what);
                    case THERAPIST -> new TherapistFirst(what);
                };
    }

    /** What a moment is called while its session goes on. */
    public static Message whileItGoesOn(Moment moment, PlaceNames places) {
        return switch (moment) {
            case Moment.Release(var site, double extent) -> new Judged(places.site(site));
            case Moment.ReleaseFelt(var site, double extent) -> new JudgedByTheClient(places.site(site));
            default -> of(moment, places);
        };
    }

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
            case Moment.MemorySurfaced(var first) -> first(MEMORY_SURFACED, first);
            case Moment.ImageAppeared(var first) -> first(IMAGE, first);
            case Moment.EmotionFelt(var first) -> first(EMOTION, first);
            case Moment.PositionTaken(var how) -> how.isEmpty() ? POSITION_TAKEN : new PositionTakenSo(how.value());
            case Moment.Observed(var what) -> new Named(what);
            case Moment.Dialogue(var what, var by) -> new Named(what);
            case Moment.Arced(var station, var from, var towards, boolean seen) ->
                new ArcedFrom(places.site(new Site.RegionSite(station)));
            case Moment.Integrated() -> INTEGRATION;
            case Moment.GroundingStep() -> GROUNDING_STEP;
            case Moment.ReleaseFelt(var site, double extent) ->
                new ReleasedForTheClient(new Share(extent), places.site(site));
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
            case Moment.SignNoticed(var sign) -> new Named(sign);
            case Moment.StepTaken(int number, var sentence) ->
                sentence.isEmpty() ? new Step(number) : new StepSaid(number, sentence.value());
            case Moment.AskedAfterStop(var what, boolean yes) ->
                yes ? new AnsweredYes(new Named(what)) : new AnsweredNo(new Named(what));
            case Moment.HelpCalled() -> HELP_CALLED;
            case Moment.HandTaken(var hand) -> HAND_TAKEN;
            case Moment.AfterSigning(var tapped) -> new AfterSigning(of(tapped, places));
            case Moment.Annotated(var mark, var words) -> DICTATED_AFTER;
            case Moment.Undone(var mark) -> UNDONE;
            case Moment.Amended(var mark, var meant) -> AMENDED;
        };
    }
}
