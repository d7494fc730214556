package org.stillpoint.anatomy;

import java.util.List;

/**
 * A named muscle of one side: what inference and people speak of.
 *
 * @param name in English, without the side
 * @param latin in Latin, without the side
 * @param group what it works with, such as {@code hip flexors}
 * @param region part of the body, such as {@code hip}
 * @param lines at least one
 */
public record Muscle(
        String id, String name, String latin, String group, Side side, String region, List<MuscleLine> lines)
        implements AtlasEntry {

    public Muscle {
        lines = List.copyOf(lines);
    }

    /** Sum of the greatest isometric forces of its lines, N. */
    public double maxForceN() {
        return lines.stream().mapToDouble(MuscleLine::maxForceN).sum();
    }
}
