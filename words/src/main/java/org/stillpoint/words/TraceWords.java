package org.stillpoint.words;

import java.util.List;

/** The trace: places worth feeling, and what a hand found. */
public enum TraceWords implements Label {
    TITLE,
    NO_PAIN,
    MARK_PAIN,
    TRACING,
    SHOW,
    ANOTHER_MUSCLE,
    RESTRICTION,
    TENDERNESS,
    TENSION,
    A_JOINT,
    LIMITED,
    BODY,
    GRADE_NONE,
    SLIGHT,
    CLEAR,
    STRONG,
    UNTOUCHED,
    WAY,
    OTHER_MUSCLES,
    UNKNOWN,
    UNKNOWN_HINT,
    FOUND,
    TAKE_BACK,
    NEXT,
    NOTHING_STANDS_OUT,
    NOTHING_STANDS_OUT_YET,
    ONE_MUSCLE,
    WORTH_FEELING,
    A_PLACE_TO_FEEL_NEXT,
    RESTRICTION_FELT;

    public record Hypothesis(String day) implements Message {}

    public record ShareOfPain(Share share) implements Message {}

    public record Unexplained(Share share) implements Message {}

    public record TouchedBy(List<String> events) implements Message {}

    public record WouldCarry(String place) implements Message {}

    public record FoundSince(String day) implements Message {}

    public record WhereToFeel(boolean found) implements Message {}

    public record UnknownFirst(Share left) implements Message {}

    public record WouldAccount(int places, Share explained, Share left) implements Message {}

    public record Apart(int muscles, Share purity, int unnamed) implements Message {}

    public record Relief(Share release, Share mean, Share low, Share high) implements Message {}

    public record Then(Message before, Message next) implements Message {}

    public record FeltItself(boolean referred, Share share) implements Message {}

    public record Tightened(Message muscle, boolean referred, Share share) implements Message {}

    public record TightenedBy(Message muscle, Message by, boolean referred, Share share) implements Message {}
}
