package org.stillpoint.trace;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.RegionCode;

/**
 * What is observed today.
 *
 * @param pain of each region, 0 to 10, in the order of the atlas; NaN where it was not asked. Painless regions inform too
 * @param marksOnly whether regions were marked or not, without an intensity: 1 then says no more than that there is pain
 * @param palpations what the hand found
 * @param hand how far that hand can be trusted
 * @param notes on tension and on range of motion
 */
public record Observation(double[] pain, boolean marksOnly, List<Palpation> palpations, Hand hand, List<Note> notes) {
    /** Checks ranges and copies. */
    public Observation {
        pain = pain.clone();
        for (int r = 0; r < pain.length; r++) {
            if (pain[r] < 0 || pain[r] > 10) {
                throw new IllegalArgumentException("pain in region " + (r + 1) + " is " + pain[r] + "; range 0 to 10");
            }
        }
        palpations = List.copyOf(palpations);
        notes = List.copyOf(notes);
    }

    /** A pain map alone. */
    public static Observation of(double[] pain) {
        return new Observation(pain, false, List.of(), Hand.untested(), List.of());
    }

    /**
     * A pain map by region code; regions that are not named are painless.
     *
     * @throws java.util.NoSuchElementException if a code is no region of the atlas
     */
    public static Observation of(Atlas atlas, Map<RegionCode, Double> painByRegion) {
        double[] pain = new double[atlas.regions().size()];
        painByRegion.forEach((code, value) -> pain[atlas.regions().indexOf(code.value())] = value);
        return of(pain);
    }

    /** A map of marks alone: 0 or 1 in each region, NaN where it was not asked. */
    public static Observation marks(double[] marked) {
        return new Observation(marked, true, List.of(), Hand.untested(), List.of());
    }

    /** The same with notes on tension and on range of motion. */
    public Observation noting(List<Note> noted) {
        return new Observation(pain, marksOnly, palpations, hand, noted);
    }

    /** The same map with what a hand found. */
    public Observation with(List<Palpation> found, Hand byHand) {
        return new Observation(pain, marksOnly, found, byHand, notes);
    }

    /** Sum of all pain, points. */
    double total() {
        return Arrays.stream(pain).filter(value -> value > 0).sum();
    }
}
