package org.stillpoint.strain;

import org.stillpoint.anatomy.PathPoint;

/**
 * A scar or adhesion: a stiff strand added between two places. It pulls when the places move apart and is loose otherwise.
 *
 * @param name what the person calls it
 * @param from place fixed to a segment
 * @param to place fixed to another segment
 * @param stiffnessNPerM stiffness along the strand, 1 to 1,000,000 N/m
 */
public record Scar(String name, PathPoint from, PathPoint to, double stiffnessNPerM) {

    public Scar {
        if (!(stiffnessNPerM >= 1 && stiffnessNPerM <= 1e6)) {
            throw new IllegalArgumentException(
                    "stiffness of the scar is " + stiffnessNPerM + " N/m, allowed is 1 to 1e6");
        }
        if (from.body().equals(to.body())) {
            throw new IllegalArgumentException("a scar must connect two segments, both ends are on " + to.body());
        }
    }
}
