package org.stillpoint.chart;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.DoubleStream;

/** How far two maps of one body agree, over the days on which both were made: each value with its interval, and the line of chance. */
public final class AgreementChart {
    private static final double RADIUS = 4;

    /** Both values of a day stand this far beside it, in the chart's units. */
    private static final double BESIDE = 5;

    private AgreementChart() {}

    /** A value with the ends of its interval. */
    public record RangedValue(double value, double low, double high) {}

    /** @param day on which both maps were made */
    public record AgreementAt(LocalDate day, RangedValue agreement, RangedValue overlap) {}

    /**
     * What each kind of mark is called.
     *
     * @param chance the line at 0
     */
    public record AgreementLegend(String agreement, String overlap, String chance) {}

    /** @param times the earliest first, one at the least */
    public static Chart of(
            List<AgreementAt> times,
            AgreementLegend legend,
            Size size,
            Labels labels,
            String title,
            String description) {
        if (times.isEmpty()) {
            throw new IllegalArgumentException("no day on which maps were compared cannot be drawn");
        }
        double lowest = times.stream()
                .flatMapToDouble(
                        at -> DoubleStream.of(at.agreement().low(), at.overlap().low()))
                .min()
                .orElse(0);
        Ticks levels = Ticks.around(Math.min(0, lowest), 1, 5);
        double letter = size.letter();
        Plot plot =
                new Plot(size, size.letters(4) + 1.2 * letter, 14, size.width() - letter, size.height() - 2.3 * letter);
        Axis level = Axis.even(levels, plot.bottom(), plot.top());
        LocalDate origin = times.getFirst().day();
        Axis time = new Axis(
                -0.5, days(origin, times.getLast().day()) + 0.5, plot.left() + 2 * BESIDE, plot.right() - 2 * BESIDE);
        plot.levels(level, levels, labels);
        DayTicks.within(origin, time.low(), time.high(), Math.max(3, (int) (size.width() / 110)), labels)
                .forEach(day -> plot.below(time.at(day.at()), day.label()));
        plot.line(Look.REFERENCE, plot.left(), level.at(0), plot.right(), level.at(0));
        for (AgreementAt at : times) {
            double x = time.at(days(origin, at.day()));
            whisker(plot, level, Look.WHISKER, x - BESIDE, at.agreement());
            plot.add(Look.ESTIMATE, dot(x - BESIDE, level.at(at.agreement().value())));
            whisker(plot, level, Look.FUNNEL, x + BESIDE, at.overlap());
            plot.add(Look.STUDY, square(x + BESIDE, level.at(at.overlap().value())));
        }
        return plot.done(keys(legend), title, description);
    }

    private static double days(LocalDate origin, LocalDate day) {
        return day.toEpochDay() - origin.toEpochDay();
    }

    private static void whisker(Plot plot, Axis level, Look look, double x, RangedValue of) {
        plot.line(look, x, level.at(of.low()), x, level.at(of.high()));
    }

    private static Shape dot(double x, double y) {
        return new Shape.Dot(x, y, RADIUS);
    }

    private static Shape square(double x, double y) {
        return new Shape.Bar(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS, 0);
    }

    private static List<Key> keys(AgreementLegend legend) {
        double middle = Key.HEIGHT / 2;
        return List.of(
                Key.of(
                        legend.agreement(),
                        14,
                        Part.of(Shape.Line.of(7, 0, 7, Key.HEIGHT), Look.WHISKER),
                        Part.of(dot(7, middle), Look.ESTIMATE)),
                Key.of(
                        legend.overlap(),
                        14,
                        Part.of(Shape.Line.of(7, 0, 7, Key.HEIGHT), Look.FUNNEL),
                        Part.of(square(7, middle), Look.STUDY)),
                Key.of(legend.chance(), 24, Part.of(Shape.Line.of(0, middle, 24, middle), Look.REFERENCE)));
    }
}
