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
    SEARCH,
    RESTRICTION,
    TENDERNESS,
    TENSION,
    A_JOINT,
    JOINT,
    PLACES,
    MORE_OF_PLACE,
    SKIP_PLACE,
    BACK_TO_NEXT,
    NOTHING_FELT,
    WHAT_GRADES_SAY,
    LIMITED,
    BODY,
    GRADE_NONE,
    SLIGHT,
    CLEAR,
    STRONG,
    UNTOUCHED,
    WAY,
    ITS_MUSCLES,
    TAKE_TO_SESSION,
    TO_FEEL,
    UNKNOWN,
    UNKNOWN_HINT,
    TAKE_BACK,
    NEXT,
    NOT_KEPT,
    NOTHING_STANDS_OUT,
    NOTHING_STANDS_OUT_YET,
    ONE_MUSCLE,
    WORTH_FEELING,
    A_PLACE_TO_FEEL_NEXT,
    RESTRICTION_FELT,
    NOTHING_WOULD_STAND_OUT;

    /** @param distance cm, in half of them at most */
    public record ArcedBeside(int sessions, int distance) implements Message {}

    public record Hypothesis(String day) implements Message {}

    /** @param events told, of which it is not known how hard they struck */
    public record StrengthNotKnown(int events) implements Message {}

    public record OneSource(String place, Share share) implements Message {}

    /** @param times how many times less likely the map would be with an anonymous source */
    public record LessLikely(double times) implements Message {}

    /** @param times how many times as likely the map would be with an anonymous source */
    public record AsLikely(double times) implements Message {}

    /** A place on the bar of all pain. */
    public record PartOf(Share share, String place) implements Message {}

    public record PartUnknown(Share share) implements Message {}

    public record ShareOfPain(Share share) implements Message {}

    public record OneOf(int at, int all) implements Message {}

    public record InOrder(int places) implements Message {}

    public record FeltSoFar(int findings) implements Message {}

    /** @param then the answer if the place to feel next is found clearly restricted */
    public record IfRestricted(Message then) implements Message {}

    /** @param then the answer if nothing is found there */
    public record IfNothing(Message then) implements Message {}

    public record WouldStandOut(List<Message> places, Share share) implements Message {}

    /**
     * How far a hand is trusted.
     *
     * @param feltTwice muscles from which it is learned
     * @param finds how often it finds what is there
     * @param nothing how often it finds nothing where nothing is
     */
    public record HandTrusted(int feltTwice, Share finds, Share nothing) implements Message {}

    /** How many times likelier each grade is at a muscle that holds. */
    public record GradesSay(double none, double slight, double clear, double strong) implements Message {}

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
