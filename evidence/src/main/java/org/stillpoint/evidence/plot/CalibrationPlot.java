package org.stillpoint.evidence.plot;

import java.util.List;
import java.util.Locale;
import org.stillpoint.evidence.forecast.Scores;

/** What was called how likely against how often it came, with the number of forecasts in each bin. */
public final class CalibrationPlot {

    private static final double LEFT = 70;
    private static final double RIGHT = 430;
    private static final double TOP = 60;
    private static final double BOTTOM = 420;

    private CalibrationPlot() {}

    /** The chart as SVG. */
    public static String of(List<Scores.Bin> bins) {
        int n = bins.stream().mapToInt(Scores.Bin::count).sum();
        double off = bins.stream()
                        .mapToDouble(b -> b.count() * Math.abs(b.forecast() - b.came()))
                        .sum()
                / Math.max(1, n);
        String sentence = String.format(
                Locale.ROOT,
                "%d forecasts: what was said and what came differ by %.0f points of 100 on average.",
                n,
                100 * off);
        StringBuilder description = new StringBuilder(sentence).append(" Bins (said, came, count): ");
        bins.forEach(b ->
                description.append(String.format(Locale.ROOT, "%.2f, %.2f, %d; ", b.forecast(), b.came(), b.count())));
        Svg svg = new Svg(
                BOTTOM + 56, "Calibration. " + sentence, description.toString().strip());
        svg.text(16, 28, sentence, "start", Svg.INK, 15, true);
        Axis x = new Axis(0, 1, LEFT, RIGHT);
        Axis y = new Axis(0, 1, BOTTOM, TOP);
        for (double tick : new double[] {0, 0.25, 0.5, 0.75, 1}) {
            svg.line(LEFT, y.at(tick), RIGHT, y.at(tick), Svg.LINE, 1, "");
            svg.text(LEFT - 8, y.at(tick) + 5, Math.round(100 * tick) + " %", "end", Svg.QUIET, 13, false);
            svg.text(x.at(tick), BOTTOM + 20, Math.round(100 * tick) + " %", "middle", Svg.QUIET, 13, false);
        }
        svg.line(x.at(0), y.at(0), x.at(1), y.at(1), Svg.QUIET, 1, "4 4");
        for (Scores.Bin bin : bins) {
            double radius = 4 + 10 * Math.sqrt(bin.count() / (double) Math.max(1, n));
            svg.circle(x.at(bin.forecast()), y.at(bin.came()), radius, Svg.ACCENT);
            svg.text(
                    x.at(bin.forecast()) + radius + 4,
                    y.at(bin.came()) + 5,
                    String.valueOf(bin.count()),
                    "start",
                    Svg.INK,
                    13,
                    false);
        }
        svg.text((LEFT + RIGHT) / 2, BOTTOM + 42, "said", "middle", Svg.QUIET, 13, false);
        svg.text(RIGHT + 24, TOP + 20, "across: what was said", "start", Svg.QUIET, 13, false);
        svg.text(RIGHT + 24, TOP + 40, "upwards: how often it came", "start", Svg.QUIET, 13, false);
        svg.text(RIGHT + 24, TOP + 60, "numbers: forecasts in the bin", "start", Svg.QUIET, 13, false);
        svg.text(RIGHT + 24, TOP + 80, "dashed: said is what came", "start", Svg.QUIET, 13, false);
        return svg.finish();
    }
}
