package org.stillpoint.trace;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.stillpoint.anatomy.Atlas;

/**
 * What is observed today.
 *
 * @param pain of each region, 0 to 10, in the order of the atlas; NaN where it was not asked. Painless regions inform too
 * @param palpations what the hand found
 * @param hand how far that hand can be trusted
 */
public record Observation(double[] pain, List<Palpation> palpations, Hand hand) {
    /** Checks ranges and copies. */
    public Observation {
        pain = pain.clone();
        for (int r = 0; r < pain.length; r++) {
            if (pain[r] < 0 || pain[r] > 10) {
                throw new IllegalArgumentException("pain in region " + (r + 1) + " is " + pain[r] + "; range 0 to 10");
            }
        }
        palpations = List.copyOf(palpations);
    }

    /** A pain map alone. */
    public static Observation of(double[] pain) {
        return new Observation(pain, List.of(), Hand.untested());
    }

    /**
     * A pain map by region code; regions that are not named are painless.
     *
     * @throws java.util.NoSuchElementException if a code is no region of the atlas
     */
    public static Observation of(Atlas atlas, Map<String, Double> painByRegion) {
        double[] pain = new double[atlas.regions().size()];
        painByRegion.forEach((code, value) -> pain[atlas.regions().indexOf(code)] = value);
        return of(pain);
    }

    /** The same map with what a hand found. */
    public Observation with(List<Palpation> found, Hand byHand) {
        return new Observation(pain, found, byHand);
    }

    /** Sum of all pain, points. */
    double total() {
        return Arrays.stream(pain).filter(value -> value > 0).sum();
    }
}
