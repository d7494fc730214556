package org.stillpoint.web.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stillpoint.evidence.meta.Pooled;

/**
 * Several estimates with their intervals, one a line, and what they say together: a forest plot, ready to be drawn. Positions
 * are in the drawing's own units.
 *
 * @param zero where no effect lies
 * @param summary the pooled effect as a diamond, with the prediction interval where there is one
 */
public record ForestChart(
        int width,
        int height,
        double bottom,
        double zero,
        List<Line> lines,
        List<DiaryChart.Tick> ticks,
        Optional<Summary> summary) {

    private static final int WIDTH_WITH_ROOM = 600;
    private static final int TOP = 12;
    private static final int AXIS = 34;

    /** One estimate before it has a place; interval of 95 %. */
    record Estimate(String label, double value, double low, double high) {}

    /** One estimate; the label is cut to what fits beside or above it. */
    public record Line(
            String label, String numbers, double labelY, double y, double x, double low, double high, double size) {}

    /** The pooled effect. */
    public record Summary(
            String label,
            double labelY,
            double y,
            double x,
            double low,
            double high,
            double predictedLow,
            double predictedHigh) {
        public boolean predicts() {
            return predictedHigh > predictedLow;
        }
    }

    /** Whether labels and numbers stand above the lines, where nothing may cross them, rather than beside. */
    public boolean narrow() {
        return width < WIDTH_WITH_ROOM;
    }

    static ForestChart of(List<Estimate> estimates, Optional<Pooled> pooled, int width) {
        boolean narrow = width < WIDTH_WITH_ROOM;
        int row = narrow ? 46 : 30;
        double left = narrow ? 8 : 300;
        double right = width - (narrow ? 8 : 160);
        List<Double> ends = new ArrayList<>(List.of(0.0));
        estimates.forEach(e -> ends.addAll(List.of(e.low(), e.high())));
        Optional<Pooled.Interval> predicted =
                pooled.flatMap(Pooled::predictions).map(Pooled.Predictions::rileyHartungKnapp);
        predicted.ifPresent(p -> ends.addAll(List.of(p.low(), p.high())));
        double least = ends.stream().mapToDouble(d -> d).min().orElse(-1);
        double most = ends.stream().mapToDouble(d -> d).max().orElse(1);
        double step = step(most - least);
        least = Math.floor(least / step) * step;
        most = Math.max(least + step, Math.ceil(most / step) * step);
        Axis axis = new Axis(least, most, left, right);
        List<Line> lines = new ArrayList<>();
        double y = TOP;
        for (Estimate e : estimates) {
            lines.add(new Line(
                    cut(e.label(), narrow ? 28 : 42),
                    numbers(e.value(), e.low(), e.high()),
                    narrow ? y + 14 : y + row / 2.0 + 5,
                    narrow ? y + 32 : y + row / 2.0,
                    axis.at(e.value()),
                    axis.at(e.low()),
                    axis.at(e.high()),
                    5));
            y += row;
        }
        Optional<Summary> summary = Optional.empty();
        if (pooled.isPresent()) {
            Pooled together = pooled.get();
            Pooled.Interval range = together.hartungKnapp().interval();
            summary = Optional.of(new Summary(
                    "Together " + numbers(together.estimate(), range.low(), range.high()),
                    narrow ? y + 14 : y + row / 2.0 + 5,
                    narrow ? y + 32 : y + row / 2.0,
                    axis.at(together.estimate()),
                    axis.at(Math.max(least, range.low())),
                    axis.at(Math.min(most, range.high())),
                    predicted.map(p -> axis.at(p.low())).orElse(0.0),
                    predicted.map(p -> axis.at(p.high())).orElse(0.0)));
            y += row;
        }
        List<DiaryChart.Tick> ticks = new ArrayList<>();
        for (double at = least; at <= most + step / 2; at += step) {
            ticks.add(new DiaryChart.Tick(axis.at(at), tick(at, step)));
        }
        return new ForestChart(width, (int) y + AXIS, y, axis.at(0), lines, ticks, summary);
    }

    static double step(double span) {
        double rough = Math.max(span, 1e-6) / 6;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double nice : new double[] {1, 2, 5}) {
            if (nice * power >= rough) {
                return nice * power;
            }
        }
        return 10 * power;
    }

    static String tick(double value, double step) {
        double rounded = Math.abs(value) < step / 1000 ? 0 : value;
        return String.format(Locale.ROOT, step >= 1 ? "%.0f" : step >= 0.1 ? "%.1f" : "%.2f", rounded)
                .replace("-", "−");
    }

    static String numbers(double value, double low, double high) {
        return String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", value, low, high)
                .replace("-", "−");
    }

    private static String cut(String label, int most) {
        return label.length() <= most ? label : label.substring(0, most - 1).stripTrailing() + "…";
    }
}
