package org.stillpoint.anatomy;

import java.util.List;

/**
 * One line of action of a muscle, from origin to insertion.
 *
 * @param muscle id of the named muscle it belongs to
 * @param maxForceN greatest isometric force, N
 * @param fibreLengthM optimal fibre length, m
 * @param tendonLengthM slack length of the tendon, m
 * @param pennationRad angle between fibre and tendon, rad
 * @param points at least two, on at least two segments
 * @param note what was changed against the source, or empty
 */
public record MuscleLine(
        String id,
        String muscle,
        double maxForceN,
        double fibreLengthM,
        double tendonLengthM,
        double pennationRad,
        List<PathPoint> points,
        Citation citation,
        String note)
        implements AtlasEntry {

    public MuscleLine {
        points = List.copyOf(points);
    }

    /** Length along the points in neutral standing, m. */
    public double pathLengthM() {
        double length = 0;
        for (int i = 1; i < points.size(); i++) {
            length += points.get(i - 1).position().distanceTo(points.get(i).position());
        }
        return length;
    }
}
