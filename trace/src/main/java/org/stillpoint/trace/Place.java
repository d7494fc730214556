package org.stillpoint.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.hipparchus.distribution.continuous.BetaDistribution;
import org.stillpoint.anatomy.MuscleId;

/**
 * A place in the body worth feeling: the fewest muscles that together hold one contraction with the asked probability, if the model holds.
 *
 * @param muscles most probable first
 * @param inclusion probability of each of them to carry this effect, alone or with its other side, given the model
 * @param coverage probability that the muscle, or the muscles of both sides, that carry it are among them
 * @param purity least correlation between the pain patterns of two of them; 1 for a single one
 * @param touchedBy ids of the told events that touched one of them, in the order told; never a statement of cause
 * @param share of the pain on the map that this place accounts for, 0 to 1
 * @param deviation of that share: how uncertain it is which of the muscles it is, and how much is held
 * @param most share it would have if all that stays unexplained were shared out among the places
 * @param pull of each of the muscles on itself, extra tension per unit contraction, share of maximal force
 * @param patterns pain that it accounts for in each region: points, or of marks the chance that it made them
 * @param bumps how many times as likely the map would be if one of as many anonymous bumps were in its place, which know nothing of muscles:
 *     near 1 or above, the map says that one compact source accounts for it, not that it is this muscle
 */
public record Place(
        List<MuscleId> muscles,
        double[] inclusion,
        double coverage,
        double purity,
        List<String> touchedBy,
        double share,
        double deviation,
        double most,
        double[] pull,
        double[] patterns,
        double bumps) {
    /** Copies the lists. */
    public Place {
        muscles = List.copyOf(muscles);
        touchedBy = List.copyOf(touchedBy);
    }

    /** The same with its share of the pain; the deviation keeps its proportion to the share. */
    Place withShare(double known, double atMost) {
        return new Place(
                muscles,
                inclusion,
                coverage,
                purity,
                touchedBy,
                known,
                deviation * known / share,
                atMost,
                pull,
                patterns,
                bumps);
    }

    /**
     * What share of the pain is expected to go if the muscle of this place that holds is released, were the model right. Uncertain are which
     * muscle it is, how much of the pain it accounts for, and the extent of release, which differs from person to person; pain goes faster than
     * the contraction, since the body adapts to what is left of it.
     *
     * @param a first parameter of the Beta distribution of the extent; 2 and 2 where nothing is known of the person (assumed, 2026)
     * @param b second parameter
     */
    public Relief relief(double a, double b) {
        BetaDistribution extent = new BetaDistribution(a, b);
        List<double[]> outcomes = new ArrayList<>();
        double mean = 0;
        double certain = Arrays.stream(inclusion).sum();
        for (int k = 0; k < EXTENTS; k++) {
            double released = extent.inverseCumulativeProbability((k + 0.5) / EXTENTS);
            for (int m = 0; m < pull.length; m++) {
                for (double adapted : ADAPTED_TO) {
                    double gone = Math.min(1, released / Math.max(LEAST_RELEASE, 1 - adapted / pull[m]));
                    double weight = inclusion[m] / certain / (EXTENTS * ADAPTED_TO.length * 2 * NORMAL_THIRDS.length);
                    for (double deviations : NORMAL_THIRDS) {
                        for (double of : new double[] {share, most}) {
                            double relief = gone * Math.clamp(of + deviations * deviation, 0, 1);
                            outcomes.add(new double[] {relief, weight});
                            mean += weight * relief;
                        }
                    }
                }
            }
        }
        outcomes.sort(Comparator.comparingDouble(outcome -> outcome[0]));
        return new Relief(mean, quantile(outcomes, 0.1), quantile(outcomes, 0.9));
    }

    private static double quantile(List<double[]> outcomes, double probability) {
        double sum = 0;
        for (double[] outcome : outcomes) {
            sum += outcome[1];
            if (sum >= probability) {
                return outcome[0];
            }
        }
        return outcomes.getLast()[0];
    }

    /**
     * Expected relief, as a share of the pain on the map.
     *
     * @param low end of the 80 % interval
     * @param high end of the 80 % interval
     */
    public record Relief(double mean, double low, double high) {}

    /** Points at which the distribution of the extent is looked at. */
    private static final int EXTENTS = 32;

    /** Means of the lower, middle and upper third of a standard normal distribution. */
    private static final double[] NORMAL_THIRDS = {-1.0908, 0, 1.0908};

    /**
     * Tension per unit contraction that the body has adapted to: its capacity over the contraction held, which is not known; the thirds of
     * simulated lives that hurt (0.15, 0.3 and 0.45).
     */
    private static final double[] ADAPTED_TO = {0.15, 0.3, 0.45};

    /** From this extent of release a muscle whose pull hardly exceeds what is adapted to is felt no more. Assumed, 2026. */
    private static final double LEAST_RELEASE = 0.1;

    /** Whether the muscles of this place cannot be told apart by what was observed. */
    public boolean cannotBeToldApart() {
        return muscles.size() > 1;
    }
}
