package org.stillpoint.chart;

import java.util.List;

/** Chances that were given against how often it came, one dot for each bin with its count, and the line on which both are the same. */
public final class CalibrationChart {

    private static final double LEAST_RADIUS = 4;
    private static final double MOST_RADIUS = 14;
    private static final List<Double> SHARES = List.of(0.0, 0.25, 0.5, 0.75, 1.0);

    private CalibrationChart() {}

    /**
     * Some forecasts that were alike.
     *
     * @param said mean chance that was given, 0 to 1
     * @param came share in which it came, 0 to 1
     */
    public record CalibrationPoint(double said, double came, int count) {}

    /** @param axes what the axes are */
    public static Chart of(
            List<CalibrationPoint> bins, String axes, Size size, Labels labels, String title, String description) {
        double letter = size.letter();
        Plot plot = new Plot(
                size, size.letters(5) + letter, 16, size.width() - size.letters(3), size.height() - 3.6 * letter);
        Axis said = new Axis(0, 1, plot.left(), plot.right());
        Axis came = new Axis(0, 1, plot.bottom(), plot.top());
        for (double share : SHARES) {
            plot.line(Look.GRID, plot.left(), came.at(share), plot.right(), came.at(share));
        }
        for (double share : SHARES) {
            plot.label(
                    Look.LABEL,
                    plot.left() - 0.6 * letter,
                    came.at(share) + 0.36 * letter,
                    Shape.Anchor.END,
                    labels.percent(share));
            plot.below(said.at(share), labels.percent(share));
        }
        plot.line(Look.REFERENCE, plot.left(), plot.bottom(), plot.right(), plot.top());
        int most = bins.stream().mapToInt(CalibrationPoint::count).max().orElse(1);
        bins.forEach(bin ->
                plot.add(Look.BIN, new Shape.Dot(said.at(bin.said()), came.at(bin.came()), radius(bin.count(), most))));
        for (CalibrationPoint bin : bins) {
            double radius = radius(bin.count(), most);
            boolean left = said.at(bin.said()) + radius > plot.right() - size.letters(2);
            plot.label(
                    Look.STRONG,
                    said.at(bin.said()) + (left ? -1 : 1) * (radius + 4),
                    Math.max(came.at(bin.came()) - 0.6 * radius, plot.top() + 0.5 * letter),
                    left ? Shape.Anchor.END : Shape.Anchor.START,
                    String.valueOf(bin.count()));
        }
        plot.caption(axes);
        return plot.done(List.of(), title, description);
    }

    private static double radius(int count, int most) {
        return LEAST_RADIUS + (MOST_RADIUS - LEAST_RADIUS) * Math.sqrt(count / (double) most);
    }
}
