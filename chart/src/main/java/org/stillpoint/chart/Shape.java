package org.stillpoint.chart;

import java.util.ArrayList;
import java.util.List;

/** A shape with its place in the chart's own units; y grows downwards. */
public sealed interface Shape {

    /** A place. */
    record At(double x, double y) {}

    /** A round point. */
    record Dot(double x, double y, double radius) implements Shape {}

    /**
     * A bar, or a stretch.
     *
     * @param round radius of its corners
     */
    record Bar(double x, double y, double width, double height, double round) implements Shape {}

    /** Open lines, each through its points in turn. */
    record Line(List<List<At>> runs) implements Shape {

        public Line {
            runs = runs.stream().map(List::copyOf).toList();
        }

        static Line of(double x1, double y1, double x2, double y2) {
            return through(List.of(new At(x1, y1), new At(x2, y2)));
        }

        static Line through(List<At> points) {
            return new Line(List.of(points));
        }

        /** As a value goes that holds until the next one is there: level from each point to the next, then straight up or down. */
        static Line steps(List<At> points) {
            List<At> steps = new ArrayList<>();
            for (At point : points) {
                if (!steps.isEmpty()) {
                    steps.add(new At(point.x(), steps.getLast().y()));
                }
                steps.add(point);
            }
            return through(steps);
        }
    }

    /** A closed area. */
    record Area(List<At> outline) implements Shape {

        public Area {
            outline = List.copyOf(outline);
        }

        /** Between an upper and a lower line, both from left to right. */
        static Area ribbon(List<At> upper, List<At> lower) {
            List<At> outline = new ArrayList<>(upper);
            outline.addAll(lower.reversed());
            return new Area(outline);
        }

        /** Standing on its point. */
        static Area diamond(double left, double x, double right, double y, double half) {
            return new Area(List.of(new At(left, y), new At(x, y - half), new At(right, y), new At(x, y + half)));
        }

        /** Its point downwards at {@code y}. */
        static Area triangle(double x, double y, double half) {
            return new Area(List.of(new At(x - half, y - 1.7 * half), new At(x + half, y - 1.7 * half), new At(x, y)));
        }
    }

    /**
     * Words.
     *
     * @param x of their start, middle or end
     * @param y of their base line
     */
    record Text(double x, double y, Anchor anchor, String text) implements Shape {}

    /** Which point of a label lies at its x. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }
}
