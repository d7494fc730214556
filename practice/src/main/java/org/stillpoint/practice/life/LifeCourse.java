package org.stillpoint.practice.life;

import java.util.List;
import org.stillpoint.memory.BodyState;

/**
 * The body over a life, moment after moment.
 *
 * @param moments for each the age (years), arousal (0 to 1) and capacity (share of maximal force); then muscle by muscle held
 *     contraction, after all of these guarding (shares of fibre length), load and adaptation (shares of maximal force); then
 *     pain region by region (0 to 10). Muscles and regions in the order of the atlas.
 */
public record LifeCourse(List<double[]> moments) {

    public LifeCourse {
        moments = List.copyOf(moments);
    }

    static LifeCourse of(List<BodyState> states) {
        return new LifeCourse(states.stream().map(LifeCourse::moment).toList());
    }

    private static double[] moment(BodyState state) {
        double[][] parts = {
            {state.age(), state.arousal(), state.capacity()},
            state.held(),
            state.guarding(),
            state.load(),
            state.adaptation(),
            state.pain()
        };
        return java.util.Arrays.stream(parts)
                .flatMapToDouble(java.util.Arrays::stream)
                .toArray();
    }
}
