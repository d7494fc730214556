package org.stillpoint.trace;

import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.strain.Carrier;

/** One step on the way from a held contraction to where it is felt. */
public sealed interface RouteStep {
    /** The muscle that would hold; every way begins here. */
    record Held(MuscleId muscle) implements RouteStep {}

    /**
     * The load passes from one segment of the body to the next.
     *
     * @param from id of a segment, or {@code ground}
     * @param by the muscle line, fascia, joint or ground that carries it
     * @param to id of a segment, or {@code ground}
     * @param share of this element in the mutual work, negative where it works against (see {@link org.stillpoint.strain.Explanation})
     */
    record Carried(String from, Carrier by, String to, double share) implements RouteStep {}

    /**
     * The muscle that is pulled on by it.
     *
     * @param tension extra, per unit contraction of the held one, as a share of its own maximal force
     */
    record Tightened(MuscleId muscle, double tension) implements RouteStep {}

    /**
     * Where the last muscle is felt; every way ends here.
     *
     * @param region code of the pain region
     * @param share of that muscle's pain that is felt in this region, 0 to 1
     * @param referred whether most of that share is referred pain rather than the muscle's own place
     */
    record Felt(RegionCode region, double share, boolean referred) implements RouteStep {}
}
