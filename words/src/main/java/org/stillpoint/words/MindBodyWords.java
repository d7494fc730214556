package org.stillpoint.words;

import org.stillpoint.evidence.agreement.TwoMaps;
import org.stillpoint.practice.mindbody.MapsCompared;
import org.stillpoint.practice.mindbody.MapsCompared.BesideChance;
import org.stillpoint.practice.mindbody.MapsCompared.WhoMapped;

/** Mind and body: the client's map beside the hands' map. */
public enum MindBodyWords implements Label {
    TITLE,
    NO_PAIR,
    YOUR_MAP,
    HANDS_MAP,
    NEITHER_IS_RIGHT,
    CLIENT_FIRST,
    HANDS_FIRST,
    NOT_KNOWN_FIRST,
    NOT_INDEPENDENT,
    OVER_TIME,
    CHANCE,
    DAY,
    MARKED,
    FOUND,
    SAME,
    AGREEMENT,
    OVERLAP,
    WHO_FIRST,
    TOO_FEW,
    BODY_AWARENESS,
    NO_AWARENESS,
    CLIENT_LABEL,
    HANDS_LABEL,
    AGREEMENT_EXPLAINED,
    AGREEMENT_SOURCE,
    OVERLAP_EXPLAINED,
    OVERLAP_SOURCE,
    INTERVAL,
    INTERVAL_EXPLAINED,
    INTERVAL_SOURCE,
    LEVELS,
    LEVELS_EXPLAINED,
    LEVELS_SOURCE,
    PLACES,
    PLACES_EXPLAINED;

    /** The one sentence: how many places on each, how many on both, and what that is beside chance. */
    public record MoreThanChance(String day, int marked, int found, int same) implements Message {}

    public record MayBeChance(String day, int marked, int found, int same) implements Message {}

    public record TooFewToSay(String day, int marked, int found, int same) implements Message {}

    /** What the chart shows, for someone who cannot see it. */
    public record OverTimeDrawn(int times) implements Message {}

    public static Message sentence(MapsCompared pair, String day) {
        return switch (pair.besideChance()) {
            case MORE -> new MoreThanChance(day, pair.marked(), pair.found(), pair.same());
            case MAY_BE_CHANCE -> new MayBeChance(day, pair.marked(), pair.found(), pair.same());
            case TOO_FEW -> new TooFewToSay(day, pair.marked(), pair.found(), pair.same());
        };
    }

    /** Agreement beyond chance, with its interval and one decimal, where there are enough places. */
    public static Message agreement(MapsCompared pair) {
        return value(pair, pair.kappa());
    }

    /** The share of places that is on both, alike. */
    public static Message overlap(MapsCompared pair) {
        return value(pair, pair.overlap());
    }

    private static Message value(MapsCompared pair, TwoMaps.Agreement of) {
        return pair.besideChance() == BesideChance.TOO_FEW || !of.isKnown()
                ? TOO_FEW
                : new EffectWords.WithInterval(
                        new Decimal(of.value(), 1), new Decimal(of.low(), 1), new Decimal(of.high(), 1));
    }

    public static Message first(WhoMapped first) {
        return switch (first) {
            case CLIENT -> CLIENT_FIRST;
            case HANDS -> HANDS_FIRST;
            case NOT_KNOWN -> NOT_KNOWN_FIRST;
        };
    }
}
