package org.stillpoint.words;

import java.util.List;
import org.stillpoint.practice.body.HoldReading;
import org.stillpoint.strain.Carrier;

/**
 * An explanation of an effect on the body, its places by name.
 *
 * @param effect per unit contraction, as in {@link HoldReading.Explained}
 * @param rest share of posture control, ground, weight and resting tension together
 */
public record RouteTold(double effect, List<WayTold> routes, List<PartTold> carriers, double rest) {

    /** Elements named beside the routes. */
    private static final int CARRIERS = 8;

    /**
     * One route.
     *
     * @param start name of the segment where it starts
     * @param share what its weakest element carries
     * @param path x, y, z in turn, m, from the held muscle to the place
     */
    public record WayTold(String start, double share, List<LegTold> steps, double[] path) {}

    /**
     * From one segment to the next.
     *
     * @param kind {@code muscle}, {@code fascia}, {@code scar}, {@code joint}, {@code ground} or {@code posture}
     * @param share of the element in the whole effect; below 0: it works against it
     */
    public record LegTold(String from, String kind, String by, String to, double share) {}

    /** An element and its share, as in {@link LegTold}. */
    public record PartTold(String kind, String name, double share) {}

    public static RouteTold of(HoldReading.Explained explained, PlaceNames places, Speaker speaker) {
        return new RouteTold(
                explained.effect(),
                explained.ways().stream()
                        .map(way -> new WayTold(
                                speaker.say(places.segment(way.start())),
                                way.share(),
                                way.legs().stream()
                                        .map(leg -> new LegTold(
                                                speaker.say(places.segment(leg.from())),
                                                kind(leg.by()),
                                                speaker.say(places.carrier(leg.by())),
                                                speaker.say(places.segment(leg.to())),
                                                leg.share()))
                                        .toList(),
                                way.path()))
                        .toList(),
                explained.carriers().stream()
                        .limit(CARRIERS)
                        .map(part ->
                                new PartTold(kind(part.by()), speaker.say(places.carrier(part.by())), part.share()))
                        .toList(),
                explained.rest());
    }

    private static String kind(Carrier carrier) {
        return switch (carrier) {
            case Carrier.MuscleFibres fibres -> "muscle";
            case Carrier.FascialContinuity continuity -> "fascia";
            case Carrier.ScarStrand scar -> "scar";
            case Carrier.JointTissue joint -> "joint";
            case Carrier.Ground ground -> "ground";
            case Carrier.PostureControl posture -> "posture";
        };
    }
}
