package org.stillpoint.anatomy;

import java.util.ArrayList;
import java.util.List;

/** The shortest way of a string between two places that may not enter the surfaces it is given. */
final class TautLine {

    /**
     * A surface of a published model, placed.
     *
     * @param body the body of the model that it moves with
     * @param frame its own axes; the scale is that of {@code semi}
     * @param semi half axes, m; a cylinder runs along z
     * @param side direction to the half of it that the string must pass, in its own axes; zero where either will do
     */
    record Obstacle(String body, ArmFrame frame, Point semi, boolean cylinder, Point side) {

        /** The place itself, or the nearest along the surface's normal where it lies inside. */
        Point outside(Point place) {
            Point p = frame.own(place);
            if (cylinder && Math.abs(p.z()) > semi.z()) {
                return place;
            }
            boolean moved = false;
            for (int step = 0; step < NEWTON_STEPS; step++) {
                Point n = new Point(
                        p.x() / square(semi.x()), p.y() / square(semi.y()), cylinder ? 0 : p.z() / square(semi.z()));
                double level = n.x() * p.x() + n.y() * p.y() + n.z() * p.z();
                if (level >= 1 - 1e-9) {
                    break;
                }
                double slope = Math.max(ArmFrame.dot(n, n), 1e-6);
                p = ArmFrame.plus(p, ArmFrame.times(n, (1 - level) / (2 * slope)));
                moved = true;
            }
            return moved ? frame.place(p) : place;
        }

        boolean touches(Point place) {
            Point p = frame.own(place);
            double level =
                    square(p.x() / semi.x()) + square(p.y() / semi.y()) + (cylinder ? 0 : square(p.z() / semi.z()));
            return level < TOUCH && !(cylinder && Math.abs(p.z()) > semi.z());
        }

        private double reach() {
            return Math.max(semi.x(), semi.y()) * frame.scale();
        }
    }

    /** A place on a surface. */
    record Via(String body, Point place) {}

    private static final int NODES = 121;
    private static final int ROUNDS = 6000;
    private static final int NEWTON_STEPS = 4;
    private static final double OVER_RELAXATION = 1.6;

    /** (1 + 0.8 %) squared: within a quarter of a millimetre of a surface of 3 cm. */
    private static final double TOUCH = 1.016;

    /** Turn of the string between two places that are kept, rad. */
    private static final double TURN = Math.toRadians(30);

    /** Places nearer to each other than this are one, m. */
    private static final double APART_M = 0.004;

    private TautLine() {}

    /** Places where the string meets, turns round and leaves the surfaces, in order; none where it runs straight. */
    static List<Via> between(Point from, Point to, List<Obstacle> obstacles) {
        if (obstacles.isEmpty()) {
            return List.of();
        }
        List<Point> string = pulled(from, to, obstacles);
        List<Via> kept = new ArrayList<>();
        for (int i = 1; i < NODES - 1; ) {
            Obstacle met = met(string.get(i), obstacles);
            if (met == null) {
                i++;
                continue;
            }
            int first = i;
            while (i < NODES - 1 && met.equals(met(string.get(i), obstacles))) {
                i++;
            }
            keep(string, first, i - 1, met, kept);
        }
        return apart(from, to, kept);
    }

    private static List<Via> apart(Point from, Point to, List<Via> kept) {
        List<Via> apart = new ArrayList<>();
        Point before = from;
        for (Via via : kept) {
            if (via.place().distanceTo(before) > APART_M && via.place().distanceTo(to) > APART_M) {
                apart.add(via);
                before = via.place();
            }
        }
        return apart;
    }

    private static void keep(List<Point> string, int first, int last, Obstacle met, List<Via> kept) {
        double turn = 0;
        for (int k = first; k <= last; k++) {
            Point before = ArmFrame.unit(ArmFrame.minus(string.get(k), string.get(k - 1)));
            Point after = ArmFrame.unit(ArmFrame.minus(string.get(k + 1), string.get(k)));
            turn += Math.acos(Math.min(1, ArmFrame.dot(before, after)));
            if (k == first || k == last || turn > TURN) {
                kept.add(new Via(met.body(), string.get(k)));
                turn = 0;
            }
        }
    }

    private static List<Point> pulled(Point from, Point to, List<Obstacle> obstacles) {
        List<Point> string = new ArrayList<>();
        for (int i = 0; i < NODES; i++) {
            double part = i / (NODES - 1.0);
            Point node = ArmFrame.between(from, to, part);
            for (Obstacle obstacle : obstacles) {
                node = ArmFrame.plus(
                        node,
                        ArmFrame.times(
                                obstacle.frame().direction(obstacle.side()),
                                2.5 * obstacle.reach() * Math.sin(Math.PI * part)));
            }
            string.add(node);
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 1; i < NODES - 1; i++) {
                Point middle = ArmFrame.between(string.get(i - 1), string.get(i + 1), 0.5);
                Point node = ArmFrame.between(string.get(i), middle, round < ROUNDS / 2 ? OVER_RELAXATION : 1);
                for (Obstacle obstacle : obstacles) {
                    node = obstacle.outside(node);
                }
                string.set(i, node);
            }
        }
        return string;
    }

    private static @org.jspecify.annotations.Nullable Obstacle met(Point place, List<Obstacle> obstacles) {
        return obstacles.stream().filter(o -> o.touches(place)).findFirst().orElse(null);
    }

    private static double square(double a) {
        return a * a;
    }
}
