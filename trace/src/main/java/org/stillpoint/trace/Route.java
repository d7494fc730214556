package org.stillpoint.trace;

import java.util.List;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.anatomy.RegionCode;

/**
 * How a held contraction of one muscle would be felt in one region: the ways by which its strain gets there before the
 * body has adapted to any of it, if the model holds.
 *
 * @param muscle id of the muscle that would hold
 * @param region code of the pain region
 * @param points pain that the trace's place accounts for in that region, points; NaN where no place was asked about
 * @param ways the one that carries most first; empty where nothing of this contraction is felt in the region
 * @param rest share of what is felt there that comes by ways too small to name; ways and rest add up to 1 unless there are no ways
 */
public record Route(MuscleId muscle, RegionCode region, double points, List<Way> ways, double rest) {
    /** Copies the list. */
    public Route {
        ways = List.copyOf(ways);
    }

    /**
     * One way: the held muscle, the segments and tissues that carry the load, the muscle that is tightened, the region where that one is felt.
     * Where the held muscle itself is felt in the region, the way has these two steps only.
     *
     * @param share of what is felt of the contraction in the region, 0 to 1
     */
    public record Way(double share, List<RouteStep> steps) {
        /** Copies the list. */
        public Way {
            steps = List.copyOf(steps);
        }
    }
}
