package org.stillpoint.anatomy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Where the lines of muscles run: every point stays close to the bone that it moves with. */
class PathPointTest {

    private static final int STEPS = 400;

    /**
     * Farthest that a point may lie from the surface of its segment, m. A segment has an axis and one radius, so broad bones are
     * allowed half their breadth: the back end of the iliac crest lies 13 cm from the axis of the hip bone, the medial border of
     * the scapula 9 cm from its own, and the ascending trapezius beside it 10. The wall of the abdomen stands for a strip between ribs, hips and linea alba. Along a rib the
     * diaphragm's dome and muscles of the next rib lie inside and outside; behind the spine stand the processes.
     */
    private static final Map<String, Double> FARTHEST =
            Map.of("hip_bone", 0.11, "scapula", 0.1, "linea_alba", 0.08, "rib", 0.075, "lumbar_vertebra", 0.07);

    private static final double FARTHEST_ELSEWHERE = 0.065;

    private final Atlas atlas = Atlas.standard();

    @Test
    void points_ofEveryLine_lieAtTheirSegment() {
        for (MuscleLine line : atlas.lines().list()) {
            for (PathPoint point : line.points()) {
                String kind = point.body().replaceAll("(_right|_left)$", "").replaceAll("_\\d+$", "");
                assertThat(fromSurface(point))
                        .as(line.id() + " on " + point.body())
                        .isLessThan(FARTHEST.getOrDefault(kind, FARTHEST_ELSEWHERE));
            }
        }
    }

    @Test
    void points_ofLatissimusAndSerratus_lieOnTheArcsOfTheirRibs() {
        for (String muscle : List.of("latissimus_dorsi_right", "serratus_anterior_left")) {
            for (MuscleLine line : atlas.muscles().get(muscle).lines()) {
                line.points().stream()
                        .filter(p -> p.body().startsWith("rib_"))
                        .forEach(p -> assertThat(fromSurface(p)).as(line.id()).isLessThan(0.05));
            }
        }
    }

    @Test
    void fibreLengths_ofElbowMuscles_areNearThoseOfThePrimaryPaper() {
        // Murray, Buchanan & Delp, J Biomech 33:943 (2000), abstract: mean fascicle lengths of ten specimens, m. The
        // lines here are
        // of another body, whose fibres are 3 to 23 % shorter.
        Map.of(
                        "brachioradialis",
                        0.177,
                        "pronator_teres",
                        0.055,
                        "biceps_brachii_long",
                        0.128,
                        "triceps_brachii_long",
                        0.127)
                .forEach((lines, length) ->
                        assertThat(meanFibre(lines)).as(lines).isCloseTo(length, Percentage.withPercentage(25)));
    }

    /** Mean of the fibre lengths by force of the right lines whose id starts so, m. */
    private double meanFibre(String lines) {
        List<MuscleLine> of = atlas.lines().list().stream()
                .filter(l -> l.id().startsWith(lines) && l.id().endsWith("_right"))
                .toList();
        return of.stream().mapToDouble(l -> l.maxForceN() * l.fibreLengthM()).sum()
                / of.stream().mapToDouble(MuscleLine::maxForceN).sum();
    }

    private double fromSurface(PathPoint point) {
        Segment segment = atlas.bodies().get(point.body());
        return fromAxis(segment, point.position()) - segment.radiusM();
    }

    /** Distance from the axis of a segment, of a rib from its arc, m. */
    static double fromAxis(Segment segment, Point place) {
        double least = Double.MAX_VALUE;
        for (int k = 0; k <= STEPS; k++) {
            least = Math.min(least, place.distanceTo(along(segment, k / (double) STEPS)));
        }
        return least;
    }

    /** A place on the axis; of a rib: on the half ellipse through both ends whose centroid is the rib's centre of mass. */
    private static Point along(Segment s, double part) {
        boolean rib = s.id().startsWith("rib_");
        double chord = rib ? (1 - Math.cos(Math.PI * part)) / 2 : part;
        double bow = rib ? Math.PI / 2 * Math.sin(Math.PI * part) : 0;
        return new Point(
                at(s.proximal().x(), s.distal().x(), s.centreOfMass().x(), chord, bow),
                at(s.proximal().y(), s.distal().y(), s.centreOfMass().y(), chord, bow),
                at(s.proximal().z(), s.distal().z(), s.centreOfMass().z(), chord, bow));
    }

    private static double at(double from, double to, double centre, double chord, double bow) {
        return from + chord * (to - from) + bow * (centre - (from + to) / 2);
    }
}
