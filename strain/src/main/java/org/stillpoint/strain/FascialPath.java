package org.stillpoint.strain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.FascialLink;
import org.stillpoint.anatomy.Muscle;
import org.stillpoint.anatomy.MuscleLine;
import org.stillpoint.anatomy.PathPoint;
import org.stillpoint.anatomy.Point;

/**
 * The path along which a continuity pulls. A continuity takes up some of the fibres of the muscles it joins, so the path starts
 * on the next segment inside the one muscle, runs over its end to the end of the other, and on to the next segment inside that.
 * Where a continuity joins a muscle to a segment, the path ends on the segment.
 *
 * @param points the path
 * @param from line of the first muscle that it takes up, or null
 * @param to line of the second, or null
 */
record FascialPath(
        List<PathPoint> points,
        @Nullable MuscleLine from,
        @Nullable MuscleLine to) {

    static FascialPath of(Atlas atlas, FascialLink link) {
        End from = end(atlas, link.from(), link.start());
        End to = end(atlas, link.to(), link.end());
        List<PathPoint> points = new ArrayList<>(from.outward());
        List<PathPoint> inward = new ArrayList<>(to.outward());
        Collections.reverse(inward);
        points.addAll(inward);
        return new FascialPath(points, from.line(), to.line());
    }

    /** Points from inside the muscle to its end; a single one for a segment. */
    private record End(List<PathPoint> outward, @Nullable MuscleLine line) {}

    private static End end(Atlas atlas, String name, Point near) {
        Optional<Muscle> muscle = atlas.muscles().find(name);
        if (muscle.isEmpty()) {
            return new End(List.of(new PathPoint(name, near)), null);
        }
        MuscleLine best = muscle.get().lines().getFirst();
        boolean first = true;
        double least = Double.POSITIVE_INFINITY;
        for (MuscleLine line : muscle.get().lines()) {
            double start = line.points().getFirst().position().distanceTo(near);
            double last = line.points().getLast().position().distanceTo(near);
            if (Math.min(start, last) < least) {
                least = Math.min(start, last);
                best = line;
                first = start <= last;
            }
        }
        List<PathPoint> outward = new ArrayList<>();
        List<PathPoint> inward = first ? best.points() : best.points().reversed();
        for (PathPoint point : inward) {
            outward.add(0, point);
            if (!point.body().equals(inward.getFirst().body())) {
                break;
            }
        }
        return new End(outward, best);
    }
}
