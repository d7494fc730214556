package org.stillpoint.trace;

import java.util.List;

/**
 * A place in the body worth feeling: the fewest muscles that together hold one contraction with the asked probability, if the model holds.
 *
 * @param muscles ids, most probable first
 * @param inclusion probability of each of them to carry this effect, given the model
 * @param coverage their sum
 * @param purity least correlation between the pain patterns of two of them; 1 for a single one
 * @param touchedBy ids of the told events that touched one of them, in the order told; never a statement of cause
 * @param share of the pain on the map that this place accounts for, 0 to 1
 * @param patterns pain that it accounts for in each region, points
 */
public record Place(
        List<String> muscles,
        double[] inclusion,
        double coverage,
        double purity,
        List<String> touchedBy,
        double share,
        double[] patterns) {
    /** Copies the lists. */
    public Place {
        muscles = List.copyOf(muscles);
        touchedBy = List.copyOf(touchedBy);
    }

    /** The same with another share. */
    Place withShare(double other) {
        return new Place(muscles, inclusion, coverage, purity, touchedBy, other, patterns);
    }

    /**
     * What share of the pain is expected to go if this place is released, were the model right: the share it accounts for times an extent of
     * release that differs from person to person.
     *
     * @param a first parameter of the Beta distribution of the extent; 2 and 2 where nothing is known of the person (assumed)
     * @param b second parameter
     */
    public Relief relief(double a, double b) {
        double mean = a / (a + b);
        double deviation = Math.sqrt(mean * (1 - mean) / (a + b + 1));
        // The middle 80 % of a Beta distribution, by its normal approximation, kept within 0 and 1.
        return new Relief(
                share * mean,
                share * Math.max(0, mean - NORMAL_80 * deviation),
                share * Math.min(1, mean + NORMAL_80 * deviation));
    }

    /**
     * Expected relief, as a share of the pain on the map.
     *
     * @param low end of the 80 % interval
     * @param high end of the 80 % interval
     */
    public record Relief(double mean, double low, double high) {}

    private static final double NORMAL_80 = 1.2816;

    /** Whether the muscles of this place cannot be told apart by what was observed. */
    public boolean cannotBeToldApart() {
        return muscles.size() > 1;
    }
}
