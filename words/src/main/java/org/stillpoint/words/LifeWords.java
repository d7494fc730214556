package org.stillpoint.words;

import java.util.List;
import org.stillpoint.record.history.EventDate;

/** The life player. */
public enum LifeWords implements Label {
    TITLE,
    OF_OTHERS,
    EXAMPLES,
    BEING_WORKED_OUT,
    BODY,
    STORY,
    NOTHING_YET,
    WITH_RELEASE,
    THIS_PERSON,
    COMPARE,
    NOW,
    HELD_MOST,
    HURTS_MOST,
    WHAT_COLOURS,
    MUSCLES_SHOW,
    STRAIN,
    FEELS_NORMAL,
    FELT,
    TIME_LINE,
    PLAY,
    LOADING,
    TIME_OF_LIFE,
    HYPOTHESIS,
    EXAMPLE_NOTE,
    MADE_OF,
    REACHES;

    public record BirthUnknown(double age) implements Message {}

    /**
     * @param events of which it is not known how hard they struck, or how strongly they were felt
     * @param low pain at the end of the course if all of them were as light as can be
     * @param high if all of them were as hard as can be
     */
    public record StrengthNotKnown(int events, Decimal low, Decimal high) implements Message {}

    public record OnDate(EventDate when) implements Message {}

    public record OnDay(ShortDay day) implements Message {}

    public record AtAge(double age) implements Message {}

    public record Released(Message site) implements Message {}

    public record AsMarked(Share extent) implements Message {}

    public record StruckSo(double severity, double intensity, int muscles) implements Message {}

    public record Arousal(double level) implements Message {}

    public record LetsGoIn(Share extent, List<String> muscles) implements Message {}

    public record LetsGo(Share low, Share high, int own, int others) implements Message {}

    public record Adapts(Decimal low, Decimal high) implements Message {}

    public record Hurts(Decimal low, Decimal high) implements Message {}

    public record RestsOn(int weeks, int others) implements Message {}
}
