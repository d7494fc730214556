package org.stillpoint.trace;

import java.util.List;

/**
 * Today's pain traced back: the places worth feeling, and what they leave unexplained. A ranking, no diagnosis; it holds no probability
 * that an event is a cause.
 *
 * @param places the one that accounts for most pain first
 * @param unexplained share of the pain on the map that no place accounts for, 0 to 1; "unknown", an answer of equal standing
 * @param inclusion probability of each muscle to hold a contraction, given the model, in the order of the atlas
 * @param fitted pain that the places account for in each region: points, or of marks the chance that they made them
 * @param noise of a region beside rounding, standard deviation, points: estimated from this map; 0 where only marks were seen
 */
public record Trace(List<Place> places, double unexplained, double[] inclusion, double[] fitted, double noise) {
    /** Copies the list. */
    public Trace {
        places = List.copyOf(places);
    }

    /** Whether no place accounts for as much of the pain as stays unexplained. */
    public boolean unknownComesFirst() {
        return places.stream().noneMatch(place -> place.share() > unexplained);
    }
}
