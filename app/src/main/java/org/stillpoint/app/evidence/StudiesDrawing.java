package org.stillpoint.app.evidence;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.stillpoint.app.cli.ChartFiles;
import org.stillpoint.chart.Chart;
import org.stillpoint.chart.ForestChart;
import org.stillpoint.chart.FunnelChart;
import org.stillpoint.chart.Size;
import org.stillpoint.evidence.meta.MetaAnalysis;
import org.stillpoint.evidence.meta.Pooled;
import org.stillpoint.evidence.meta.SmallStudies;
import org.stillpoint.evidence.meta.Studies;
import org.stillpoint.evidence.numeric.Normal;

/** Studies and what they say together, as forest and as funnel. */
public final class StudiesDrawing {

    private StudiesDrawing() {}

    /** @param effect what the numbers are */
    public static Chart forest(MetaAnalysis meta, Pooled pooled, String effect) {
        Studies studies = meta.studies();
        Pooled.Interval mean = pooled.neverNarrower().interval();
        Optional<Pooled.Interval> next = pooled.predictions().map(Pooled.Predictions::careful);
        double heaviest = IntStream.range(0, studies.size())
                .mapToDouble(i -> weight(studies, pooled, i))
                .max()
                .orElseThrow();
        String sentence = String.format(
                Locale.ROOT,
                "%d studies together: %s%s (I² %.0f %%, tau² %.3f).",
                studies.size(),
                numbers(pooled.estimate(), mean),
                next.map(range -> String.format(
                                Locale.ROOT,
                                "; a new one may lie anywhere from %.2f to %.2f",
                                range.low(),
                                range.high()))
                        .orElse(""),
                pooled.i2(),
                pooled.tau2());
        return ForestChart.of(
                IntStream.range(0, studies.size())
                        .mapToObj(i -> {
                            double reach = Normal.Z975 * Math.sqrt(studies.variance(i));
                            double value = studies.effect(i);
                            return row(
                                    studies.name(i),
                                    value,
                                    new Pooled.Interval(value - reach, value + reach),
                                    weight(studies, pooled, i) / heaviest);
                        })
                        .toList(),
                Optional.of(new ForestChart.ForestSummary(
                        row("together (" + pooled.estimator() + ", Hartung-Knapp)", pooled.estimate(), mean, 1),
                        next.map(range -> row("a new study", pooled.estimate(), range, 1)))),
                effect,
                ChartFiles.WIDTH,
                ChartFiles.LABELS,
                sentence,
                described(studies, sentence));
    }

    private static double weight(Studies studies, Pooled pooled, int i) {
        return 1 / (studies.variance(i) + pooled.tau2());
    }

    private static ForestChart.ForestRow row(String label, double value, Pooled.Interval interval, double weight) {
        return new ForestChart.ForestRow(
                label, numbers(value, interval), value, interval.low(), interval.high(), weight);
    }

    private static String numbers(double value, Pooled.Interval interval) {
        return String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", value, interval.low(), interval.high());
    }

    /** Needs three studies. */
    static Chart funnel(MetaAnalysis meta, Pooled pooled, String effect) {
        Studies studies = meta.studies();
        double p = new SmallStudies(studies).egger().p();
        String sentence = String.format(
                Locale.ROOT,
                p < 0.05
                        ? "Small studies differ from large ones (Egger p %.3f)."
                        : "No clear sign that small studies differ from large ones (Egger p %.2f).",
                p);
        return FunnelChart.of(
                IntStream.range(0, studies.size())
                        .mapToObj(i -> new FunnelChart.Study(studies.effect(i), Math.sqrt(studies.variance(i))))
                        .toList(),
                pooled.estimate(),
                Normal.Z975,
                effect + "; upright: standard error",
                Size.ofScreen(ChartFiles.WIDTH, 360),
                ChartFiles.LABELS,
                sentence,
                described(studies, sentence));
    }

    private static String described(Studies studies, String sentence) {
        return IntStream.range(0, studies.size())
                .mapToObj(i -> String.format(
                        Locale.ROOT,
                        "%s: %.3f, %.3f;",
                        studies.name(i),
                        studies.effect(i),
                        Math.sqrt(studies.variance(i))))
                .collect(Collectors.joining(" ", sentence + " Studies (effect, standard error): ", ""));
    }
}
