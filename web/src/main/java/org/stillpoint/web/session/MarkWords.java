package org.stillpoint.web.session;

import org.stillpoint.record.session.Moment;
import org.stillpoint.web.view.Places;
import org.stillpoint.web.view.Words;

/** What a mark is called. */
final class MarkWords {

    private MarkWords() {}

    static String of(Moment moment, Places places) {
        return switch (moment) {
            case Moment.Settled() -> "Settled";
            case Moment.SiteEngaged(var site, var technique) ->
                "Engaged: " + places.name(site) + (technique.isEmpty() ? "" : " (" + technique.value() + ")");
            case Moment.Stillpoint() -> "Stillpoint";
            case Moment.SignificanceStop() -> "Significance stop";
            case Moment.SignOfRelease(var sign) -> sign.words();
            case Moment.MemorySurfaced() -> "Memory surfaced";
            case Moment.Awareness(var score) -> "Awareness " + Words.score(score);
            case Moment.Distress(var score) -> "Distress " + Words.score(score);
            case Moment.Release(var site, double extent) ->
                "Released " + Words.percent(extent) + ": " + places.name(site);
            case Moment.Paused() -> "Pause";
            case Moment.Resumed() -> "Going on";
            case Moment.StopSignal() -> "Stop signal";
            case Moment.Undone(var mark) -> "Undone";
        };
    }
}
