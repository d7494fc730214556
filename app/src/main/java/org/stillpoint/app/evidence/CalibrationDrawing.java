package org.stillpoint.app.evidence;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.stillpoint.app.cli.ChartFiles;
import org.stillpoint.chart.CalibrationChart;
import org.stillpoint.chart.Chart;
import org.stillpoint.chart.Size;
import org.stillpoint.evidence.forecast.Scores;

/** What was called how likely against how often it came, with the number of forecasts in each bin. */
final class CalibrationDrawing {

    private CalibrationDrawing() {}

    static Chart of(List<Scores.Bin> bins) {
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
        return CalibrationChart.of(
                bins.stream()
                        .map(bin -> new CalibrationChart.CalibrationPoint(bin.forecast(), bin.came(), bin.count()))
                        .toList(),
                "said; upwards: how often it came; numbers: forecasts",
                Size.ofScreen(520, 480),
                ChartFiles.LABELS,
                sentence,
                bins.stream()
                        .map(b -> String.format(Locale.ROOT, "%.2f, %.2f, %d;", b.forecast(), b.came(), b.count()))
                        .collect(Collectors.joining(" ", sentence + " Bins (said, came, count): ", "")));
    }
}
