package org.stillpoint.strain;

import java.util.List;
import org.stillpoint.anatomy.MuscleId;

/**
 * Which parts of the body carry the load from a held contraction to a place.
 *
 * <p>Let {@code u} be the displacement under the contraction and {@code v} the one under a unit load at the place. The effect is
 * the mutual work {@code W = u^T K v}, a sum over all elements and over what weight and resting tension add; an element's share is
 * its part of that sum. It also says how the effect would change with the element's stiffness ({@code dW/W = -share dk/k}). Shares add up to one over all elements and may
 * be negative: such an element works against the effect.
 *
 * @param muscle the muscle that is held
 * @param place where the effect is looked at
 * @param effect per unit contraction: fraction of maximal force, rad or m
 * @param carriers every element with a share above a thousandth, largest size first
 * @param routes ways from the muscle's segments to the place through neighbouring elements, the strongest first: each is the
 *     path on which the sum of 1/|share| is least, without the elements of those before it
 * @param rest what posture control, ground, weight and resting tension carry together
 */
public record Explanation(
        MuscleId muscle,
        FeltPlace place,
        double effect,
        List<LoadShare> carriers,
        List<LoadRoute> routes,
        double rest) {

    public Explanation {
        carriers = List.copyOf(carriers);
        routes = List.copyOf(routes);
    }

    /** An element and its part of the mutual work. */
    public record LoadShare(Carrier carrier, double share) {}

    /**
     * A way through the body.
     *
     * @param start segment that the held muscle is attached to
     * @param steps may be empty, where muscle and place share that segment
     */
    public record LoadRoute(String start, List<Step> steps) {
        public LoadRoute {
            steps = List.copyOf(steps);
        }

        /** Least size of a share on the way: what the weakest element carries. */
        public double weakest() {
            return steps.stream().mapToDouble(s -> Math.abs(s.share())).min().orElse(1);
        }
    }

    /**
     * From one segment to the next.
     *
     * @param from id of a segment, or {@code ground}
     * @param by what carries the load
     * @param to id of a segment, or {@code ground}
     * @param share of the element in the mutual work
     */
    public record Step(String from, Carrier by, String to, double share) {}
}
