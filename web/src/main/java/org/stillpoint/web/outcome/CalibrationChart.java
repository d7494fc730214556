package org.stillpoint.web.outcome;

import java.util.List;
import org.stillpoint.evidence.forecast.Scores;

/**
 * Chances that were given against how often it came, one dot for each bin with its count, and the line on which said and came
 * are the same; ready to be drawn.
 *
 * @param dots one for each bin that holds a forecast
 * @param ticks both axes, 0 to 100 %
 */
public record CalibrationChart(int size, DiaryChart.Box plot, List<Dot> dots, List<DiaryChart.Tick> ticks) {

    private static final int SIZE = 320;
    private static final double LEAST_RADIUS = 4;
    private static final double MOST_RADIUS = 14;

    /** One bin; the larger, the more forecasts. */
    public record Dot(double x, double y, double radius, int count) {}

    static CalibrationChart of(List<Scores.Bin> bins) {
        DiaryChart.Box plot = new DiaryChart.Box(48, 16, SIZE - 20, SIZE - 52);
        Axis given = new Axis(0, 1, plot.left(), plot.right());
        Axis came = new Axis(0, 1, plot.bottom(), plot.top());
        int most = bins.stream().mapToInt(Scores.Bin::count).max().orElse(1);
        return new CalibrationChart(
                SIZE,
                plot,
                bins.stream()
                        .map(bin -> new Dot(
                                given.at(bin.forecast()),
                                came.at(bin.came()),
                                LEAST_RADIUS + (MOST_RADIUS - LEAST_RADIUS) * Math.sqrt(bin.count() / (double) most),
                                bin.count()))
                        .toList(),
                List.of(0.0, 0.25, 0.5, 0.75, 1.0).stream()
                        .map(share -> new DiaryChart.Tick(share, Math.round(100 * share) + " %"))
                        .toList());
    }

    public double x(double share) {
        return new Axis(0, 1, plot.left(), plot.right()).at(share);
    }

    public double y(double share) {
        return new Axis(0, 1, plot.bottom(), plot.top()).at(share);
    }
}
