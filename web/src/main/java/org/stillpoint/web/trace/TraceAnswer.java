package org.stillpoint.web.trace;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stillpoint.words.Message;
import org.stillpoint.words.TraceSentences;

/**
 * What the trace says.
 *
 * @param path of the client's pages
 * @param sentence in one plain sentence
 * @param touch where touch is not simply welcome, in words
 * @param places places worth feeling, the one that accounts for most pain first
 * @param unexplained share of the pain that no place accounts for, 0 to 1
 * @param next where a palpating hand would tell most
 * @param hand how far a hand is trusted, and what each grade says, in words
 * @param felt what hands have found, as far as it went into this answer
 * @param limits how far joints could be moved
 * @param feltOn when, in words
 * @param joints those that a hand can move
 * @param layers the traced places on the body, as JSON
 * @param refused what hands were not to feel just now
 */
public record TraceAnswer(
        String path,
        Message sentence,
        List<Message> touch,
        List<PlaceRow> places,
        double unexplained,
        List<NextRow> next,
        List<Message> hand,
        List<FeltRow> felt,
        List<LimitRow> limits,
        String feltOn,
        List<TracePage.PlaceChoice> joints,
        String layers,
        Optional<AskedFirst> refused) {

    /**
     * A finding that was not kept, for hands were not to be there.
     *
     * @param why in words
     * @param place where
     * @param fields the same finding, to be sent once the client has said yes; none where a yes does not suffice
     */
    public record AskedFirst(Message why, String place, Map<String, String> fields) {}

    /** The grade of what was not asked. */
    public static final int NOT_ASKED = -1;

    /** Share of the marked pain that the places account for, 0 to 1; 0 where there is none. */
    public double explained() {
        return places.isEmpty() ? 0 : 1 - unexplained;
    }

    /** Where the part of a place begins on the bar of all pain, per cent. */
    public double from(int place) {
        return percent(
                places.subList(0, place).stream().mapToDouble(PlaceRow::share).sum());
    }

    /** How wide the part of a place is on the bar, per cent. */
    public double width(int place) {
        return percent(places.get(place).share());
    }

    /** Where "unknown" begins on the bar, per cent. */
    public double unknownFrom() {
        return percent(explained());
    }

    /** How wide "unknown" is on the bar, per cent. */
    public double unknownWidth() {
        return percent(unexplained);
    }

    private static double percent(double share) {
        return Math.round(share * 1000) / 10.0;
    }

    /**
     * A place worth feeling.
     *
     * @param name what a therapist calls the place where a hand feels its first muscle
     * @param muscles those of the place by name, as many as are named, the most probable first
     * @param apart how well they can be told apart, in words
     * @param share of the pain that it accounts for, 0 to 1
     * @param touchedBy the told events that touched it
     * @param ids the muscles' ids, blank-separated
     * @param anonymous how an anonymous source would do in its place, in words
     * @param relief what the model would expect if this place let go, in words
     * @param ways how a contraction held there would reach the pain
     * @param glow the same ways for the body to draw, as JSON
     */
    public record PlaceRow(
            String name,
            List<String> muscles,
            Message apart,
            double share,
            List<String> touchedBy,
            String ids,
            Message anonymous,
            Message relief,
            List<TraceSentences.RegionWay> ways,
            String glow) {}

    /**
     * A place to feel next.
     *
     * @param at which of them, from 1
     * @param muscles those that a hand feels as one there, by name
     * @param touchedBy the told events that touched it
     * @param id of the muscle under which the finding is kept
     * @param ids of all its muscles, blank-separated
     * @param ifFelt what a finding there would change, in words: one where it is restricted, one where nothing is
     */
    public record NextRow(
            int at,
            String name,
            List<String> muscles,
            List<String> touchedBy,
            String id,
            String ids,
            List<Message> ifFelt) {}

    /**
     * What a hand found at a muscle.
     *
     * @param id of the muscle under which it is kept
     * @param ids of all muscles that a hand feels as one there, blank-separated
     * @param restriction 0 to 3, or {@link #NOT_ASKED}; so are the others
     */
    public record FeltRow(String name, String id, String ids, int restriction, int tenderness, int tension) {}

    /**
     * How far the motion of a joint was limited.
     *
     * @param id the joint's id
     * @param limit 0 to 3
     */
    public record LimitRow(String name, String id, int limit) {}
}
