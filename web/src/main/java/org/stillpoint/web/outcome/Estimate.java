package org.stillpoint.web.outcome;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stillpoint.chart.Chart;
import org.stillpoint.chart.ForestChart;
import org.stillpoint.chart.Labels;
import org.stillpoint.evidence.meta.Pooled;
import org.stillpoint.evidence.numeric.Normal;

/** One estimate among several, with its interval of 95 %. */
record Estimate(String label, double value, double low, double high) {

    /** As a study of its own: the variance that belongs to its interval. */
    double variance() {
        double standardError = (high - low) / (2 * Normal.Z975);
        return standardError * standardError;
    }

    /** As it is read. */
    String numbers() {
        return numbers(value, low, high);
    }

    static String numbers(double value, double low, double high) {
        return String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", value, low, high)
                .replace("-", "−");
    }

    /**
     * All on one chart.
     *
     * @param next what the next one is called
     * @param axis what the numbers are
     */
    static Chart forest(List<Estimate> all, Optional<Pooled> pooled, String next, String axis, double width) {
        double between = pooled.map(Pooled::tau2).orElse(0.0);
        double least = all.stream().mapToDouble(Estimate::variance).min().orElse(1) + between;
        return ForestChart.of(
                all.stream()
                        .map(one -> one.row(pooled.isEmpty() ? 1 : least / (one.variance() + between)))
                        .toList(),
                pooled.map(together -> together(together, next)),
                axis,
                width,
                Labels.of(Locale.ENGLISH),
                axis,
                "");
    }

    private ForestChart.Estimate row(double weight) {
        return new ForestChart.Estimate(label, numbers(), value, low, high, weight);
    }

    private static ForestChart.Together together(Pooled pooled, String next) {
        Pooled.Interval mean = pooled.neverNarrower().interval();
        return new ForestChart.Together(
                new Estimate("Together", pooled.estimate(), mean.low(), mean.high()).row(1),
                pooled.predictions()
                        .map(Pooled.Predictions::careful)
                        .map(range -> new ForestChart.Estimate(
                                next,
                                String.format(Locale.ROOT, "%.2f to %.2f", range.low(), range.high())
                                        .replace("-", "−"),
                                pooled.estimate(),
                                range.low(),
                                range.high(),
                                1)));
    }
}
