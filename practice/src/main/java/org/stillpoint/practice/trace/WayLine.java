package org.stillpoint.practice.trace;

import java.util.ArrayList;
import java.util.List;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.practice.body.RouteLine;
import org.stillpoint.trace.Route;
import org.stillpoint.trace.RouteStep;

/**
 * A way from a muscle that would hold to a region that would hurt, to be drawn.
 *
 * @param muscle id of the muscle that would hold
 * @param region code of the region
 * @param points x, y, z of each, m; none where the muscle itself is felt there
 * @param share of what is felt of the contraction in the region, 0 to 1
 */
public record WayLine(MuscleId muscle, RegionCode region, List<double[]> points, double share) {

    static WayLine of(Atlas atlas, Route.Way way) {
        RouteLine line = new RouteLine(atlas);
        String held = "";
        String region = "";
        String at = "";
        for (RouteStep step : way.steps()) {
            switch (step) {
                case RouteStep.Held first -> held = first.muscle().value();
                case RouteStep.Carried carried -> {
                    if (at.isEmpty()) {
                        line.along(held, carried.from());
                    }
                    line.by(carried.by(), carried.from(), carried.to());
                    at = carried.to();
                }
                case RouteStep.Tightened tight -> {
                    if (!at.isEmpty()) {
                        line.outAlong(tight.muscle().value(), at);
                    }
                }
                case RouteStep.Felt last -> region = last.region().value();
            }
        }
        return new WayLine(new MuscleId(held), new RegionCode(region), points(line.coordinates()), way.share());
    }

    private static List<double[]> points(double[] flat) {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < flat.length; i += 3) {
            points.add(new double[] {flat[i], flat[i + 1], flat[i + 2]});
        }
        return points;
    }
}
