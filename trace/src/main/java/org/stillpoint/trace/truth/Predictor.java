package org.stillpoint.trace.truth;

/** Says how likely pain is in the hidden regions of one map, from the others. */
interface Predictor {
    /**
     * Writes a score for every unknown region; higher means more likely. No more than the order is asked of it.
     *
     * @param map 1 where pain was marked, 0 where not; entries that are unknown are not to be read
     * @param unknown the hidden regions, and those that were not asked
     */
    void score(double[] map, boolean[] unknown, double[] out);
}
