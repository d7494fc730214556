package org.stillpoint.anatomy;

/**
 * A part of the body that moves as one piece: a bone, or a soft part that muscles pull on.
 *
 * @param massKg mass with the soft tissue that it carries, kg
 * @param centreOfMass m
 * @param proximal where the drawn solid starts, m
 * @param distal where the drawn solid ends, m
 * @param radiusM radius of the drawn solid, m
 */
public record Segment(
        String id,
        String name,
        Side side,
        double massKg,
        Point centreOfMass,
        Point proximal,
        Point distal,
        double radiusM,
        Citation citation)
        implements AtlasEntry {}
