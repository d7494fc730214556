package org.stillpoint.anatomy;

/**
 * A passive connection of two segments with its stiffness in the axes of the atlas.
 *
 * @param parent id of a segment
 * @param child id of a segment
 * @param centre m
 * @param rotation stiffness about x, y, z, N m/rad
 * @param translation stiffness along x, y, z, N/m
 */
public record Joint(
        String id,
        String name,
        String parent,
        String child,
        Point centre,
        Point rotation,
        Point translation,
        Citation citation)
        implements AtlasEntry {}
