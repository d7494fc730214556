package org.stillpoint.evidence.plot;

import java.util.Locale;
import org.stillpoint.evidence.meta.MetaAnalysis;
import org.stillpoint.evidence.meta.Pooled;
import org.stillpoint.evidence.meta.Pooled.Interval;
import org.stillpoint.evidence.meta.Studies;
import org.stillpoint.evidence.numeric.Normal;

/** Every study with its interval, the pooled effect, and where a new study may lie. */
public final class ForestPlot {

    private static final double ROW = 22;
    private static final double LEFT = 240;
    private static final double RIGHT = 540;
    private static final double TOP = 64;
    private static final int LONGEST_NAME = 32;

    private ForestPlot() {}

    /** The chart as SVG; {@code heading} says what the effect is. */
    public static String of(MetaAnalysis meta, Pooled pooled, String heading) {
        Studies studies = meta.studies();
        int k = studies.size();
        Interval mean = pooled.hartungKnapp().interval();
        Interval fresh = pooled.predictions().map(Pooled.Predictions::riley).orElse(mean);
        double low = Math.min(0, Math.min(mean.low(), fresh.low()));
        double high = Math.max(0, Math.max(mean.high(), fresh.high()));
        double largest = 0;
        for (int i = 0; i < k; i++) {
            double reach = Normal.Z975 * Math.sqrt(studies.variance(i));
            low = Math.min(low, studies.effect(i) - reach);
            high = Math.max(high, studies.effect(i) + reach);
            largest = Math.max(largest, 1 / (studies.variance(i) + pooled.tau2()));
        }
        Axis x = Axis.around(low, high, LEFT, RIGHT);
        double bottom = TOP + (k + 3) * ROW;
        String sentence = String.format(
                Locale.ROOT,
                "%d studies together: %.2f (%.2f to %.2f); a new one may lie anywhere from %.2f to %.2f.",
                k,
                pooled.estimate(),
                mean.low(),
                mean.high(),
                fresh.low(),
                fresh.high());
        Svg svg = new Svg(bottom + 50, heading + ". " + sentence, description(studies, sentence));
        int cut = sentence.indexOf(';');
        svg.text(16, 24, sentence.substring(0, cut) + ".", "start", Svg.INK, 15, true);
        svg.text(16, 44, heading + "; " + sentence.substring(cut + 2), "start", Svg.QUIET, 13, false);
        for (double tick : x.ticks(5)) {
            svg.line(x.at(tick), TOP - 8, x.at(tick), bottom, Svg.LINE, 1, "");
            svg.text(x.at(tick), bottom + 18, Axis.label(tick), "middle", Svg.QUIET, 13, false);
        }
        svg.line(x.at(0), TOP - 8, x.at(0), bottom, Svg.QUIET, 1, "");
        for (int i = 0; i < k; i++) {
            double reach = Normal.Z975 * Math.sqrt(studies.variance(i));
            double y = TOP + (i + 0.5) * ROW;
            double half = 2.5 + 5 * Math.sqrt(1 / (studies.variance(i) + pooled.tau2()) / largest);
            row(
                    svg,
                    x,
                    y,
                    shortened(studies.name(i)),
                    studies.effect(i),
                    new Interval(studies.effect(i) - reach, studies.effect(i) + reach));
            svg.rect(x.at(studies.effect(i)) - half, y - half, 2 * half, 2 * half, Svg.FOUND, 1);
        }
        double y = TOP + (k + 1) * ROW;
        svg.line(16, y - 0.8 * ROW, Svg.WIDTH - 16, y - 0.8 * ROW, Svg.LINE, 1, "");
        label(svg, y, "together (" + pooled.estimator() + ", Hartung-Knapp)", pooled.estimate(), mean);
        double middle = x.at(pooled.estimate());
        svg.path(
                new double[] {x.at(mean.low()), y, middle, y - 7, x.at(mean.high()), y, middle, y + 7},
                true,
                Svg.ACCENT,
                Svg.ACCENT,
                1,
                "");
        if (pooled.predictions().isPresent()) {
            label(svg, y + ROW, "a new study", pooled.estimate(), fresh);
            svg.line(x.at(fresh.low()), y + ROW, x.at(fresh.high()), y + ROW, Svg.ACCENT, 3, "5 3");
        }
        svg.text(
                (LEFT + RIGHT) / 2,
                bottom + 38,
                String.format(Locale.ROOT, "I2 %.0f %%, tau2 %.3f", pooled.i2(), pooled.tau2()),
                "middle",
                Svg.QUIET,
                13,
                false);
        return svg.finish();
    }

    private static void row(Svg svg, Axis x, double y, String name, double effect, Interval interval) {
        label(svg, y, name, effect, interval);
        svg.line(x.at(interval.low()), y, x.at(interval.high()), y, Svg.INK, 1.5, "");
    }

    private static void label(Svg svg, double y, String name, double effect, Interval interval) {
        svg.text(16, y + 5, name, "start", Svg.INK, 13, false);
        svg.text(
                Svg.WIDTH - 16,
                y + 5,
                String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", effect, interval.low(), interval.high()),
                "end",
                Svg.INK,
                13,
                false);
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }

    private static String description(Studies studies, String sentence) {
        StringBuilder out = new StringBuilder(sentence).append(" Studies (effect, standard error): ");
        for (int i = 0; i < studies.size(); i++) {
            out.append(String.format(
                    Locale.ROOT,
                    "%s: %.3f, %.3f; ",
                    studies.name(i),
                    studies.effect(i),
                    Math.sqrt(studies.variance(i))));
        }
        return out.toString().strip();
    }
}
