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
    NEXT;

    public record Hypothesis(String day) implements Message {}

    public record ShareOfPain(Share share) implements Message {}

    public record Unexplained(Share share) implements Message {}

    public record TouchedBy(List<String> events) implements Message {}

    public record WouldCarry(String place) implements Message {}

    public record FoundSince(String day) implements Message {}

    public record WhereToFeel(boolean found) implements Message {}
}
