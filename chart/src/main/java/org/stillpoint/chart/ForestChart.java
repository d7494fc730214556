package org.stillpoint.chart;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Several estimates with their intervals, one a line, and what they say together: a forest plot. */
public final class ForestChart {

    private static final double WIDTH_WITH_ROOM = 600;
    private static final double TOP = 12;
    private static final double ROW = 30;

    /** Labels and numbers above the line, where nothing may cross them. */
    private static final double NARROW_ROW = 46;

    /** The numbers below a label that leaves them no room beside it: two studies may differ in their last word. */
    private static final double NUMBERS_BELOW = 18;

    private ForestChart() {}

    /**
     * One line.
     *
     * @param numbers the same in digits, as it is read
     * @param weight against the heaviest, above 0 and at most 1: the area of the square
     */
    public record ForestRow(String label, String numbers, double value, double low, double high, double weight) {}

    /**
     * What all say together.
     *
     * @param next where a new one may lie; empty where nothing can be said of it
     */
    public record ForestSummary(ForestRow mean, Optional<ForestRow> next) {}

    /** @param axis what the numbers are; may be empty */
    public static Chart of(
            List<ForestRow> rows,
            Optional<ForestSummary> together,
            String axis,
            double width,
            Labels labels,
            String title,
            String description) {
        return new ForestFigure(rows, together, axis, width, labels).chart(title, description);
    }

    private static final class ForestFigure {
        private final List<ForestRow> rows;
        private final Optional<ForestSummary> together;
        private final String caption;
        private final Labels labels;
        private final boolean narrow;
        private final boolean below;
        private final double row;
        private final double width;
        private final Ticks ticks;
        private final Axis axis;
        private final Plot plot;
        private double y = TOP;

        ForestFigure(
                List<ForestRow> rows, Optional<ForestSummary> together, String caption, double width, Labels labels) {
            this.rows = rows;
            this.together = together;
            this.caption = caption;
            this.width = width;
            this.labels = labels;
            this.narrow = width < WIDTH_WITH_ROOM;
            List<ForestRow> all = Stream.concat(
                            rows.stream(),
                            together.stream()
                                    .flatMap(both -> Stream.concat(Stream.of(both.mean()), both.next().stream())))
                    .toList();
            this.below =
                    narrow && all.stream().anyMatch(one -> one.label().length() > letters(width - 8 - numbers(one)));
            this.row = narrow ? NARROW_ROW + (below ? NUMBERS_BELOW : 0) : ROW;
            int lines = rows.size()
                    + together.map(both -> both.next().isPresent() ? 2 : 1).orElse(0);
            double bottom = TOP + lines * row;
            Size size = Size.ofScreen(width, bottom + (caption.isEmpty() ? 34 : 52));
            this.plot = narrow
                    ? new Plot(size, 12, TOP, width - 12, bottom)
                    : new Plot(size, labels(rows, size), TOP, width - size.letters(24), bottom);
            this.ticks = Ticks.around(
                    Math.min(0, all.stream().mapToDouble(ForestRow::low).min().orElse(-1)),
                    Math.max(0, all.stream().mapToDouble(ForestRow::high).max().orElse(1)),
                    narrow ? 5 : 6);
            this.axis = Axis.even(ticks, plot.left(), plot.right());
        }

        /** Room for the longest label, within a share of the width. */
        private static double labels(List<ForestRow> rows, Size size) {
            int longest =
                    rows.stream().mapToInt(row -> row.label().length()).max().orElse(0);
            return Math.clamp(size.letters(longest) + 20, 0.16 * size.width(), 0.4 * size.width());
        }

        Chart chart(String title, String description) {
            if (!narrow) {
                plot.line(Look.REFERENCE, axis.at(0), 4, axis.at(0), plot.bottom());
            }
            rows.forEach(this::estimate);
            together.ifPresent(this::together);
            plot.line(Look.AXIS, plot.left(), plot.bottom() + 4, plot.right(), plot.bottom() + 4);
            plot.across(axis, ticks, labels);
            plot.caption(caption);
            return plot.done(List.of(), title, description);
        }

        private void estimate(ForestRow one) {
            double middle = line(one, Look.STRONG);
            double half = 2 + 4 * Math.sqrt(one.weight());
            plot.line(Look.WHISKER, axis.at(one.low()), middle, axis.at(one.high()), middle);
            plot.add(Look.ESTIMATE, new Shape.Bar(axis.at(one.value()) - half, middle - half, 2 * half, 2 * half, 0));
        }

        private void together(ForestSummary all) {
            plot.line(Look.GRID, narrow ? 0 : 4, y, width - 4, y);
            double middle = line(all.mean(), Look.STRONG);
            plot.add(
                    Look.POOLED,
                    Shape.Area.diamond(
                            axis.at(all.mean().low()),
                            axis.at(all.mean().value()),
                            axis.at(all.mean().high()),
                            middle,
                            8));
            all.next().ifPresent(next -> {
                double below = line(next, Look.LABEL);
                plot.line(Look.PREDICTION, axis.at(next.low()), below, axis.at(next.high()), below);
            });
        }

        /** Writes label and numbers, and gives the height at which the interval is drawn. */
        private double line(ForestRow one, Look look) {
            double words = narrow ? y + 15 : y + row / 2 + 5;
            double middle = narrow ? y + row - 14 : y + row / 2;
            if (narrow) {
                plot.line(Look.REFERENCE, axis.at(0), middle - 11, axis.at(0), middle + 11);
            }
            double room = narrow ? width - 8 - (below ? 0 : numbers(one)) : plot.left() - 8;
            plot.label(look, narrow ? 8 : 4, words, Shape.Anchor.START, cut(one.label(), letters(room)));
            plot.label(Look.LABEL, width - 4, below ? words + NUMBERS_BELOW : words, Shape.Anchor.END, one.numbers());
            y += row;
            return middle;
        }

        private static double numbers(ForestRow one) {
            return 0.5 * Size.ofScreen(0, 0).letter() * one.numbers().length();
        }

        private static int letters(double room) {
            return (int) (room / (0.53 * Size.ofScreen(0, 0).letter()));
        }

        private static String cut(String label, int most) {
            return label.length() <= most ? label : label.substring(0, most - 1).stripTrailing() + "…";
        }
    }
}
