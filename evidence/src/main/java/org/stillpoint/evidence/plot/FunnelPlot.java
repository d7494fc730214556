package org.stillpoint.evidence.plot;

import java.util.Locale;
import java.util.stream.IntStream;
import org.stillpoint.evidence.meta.MetaAnalysis;
import org.stillpoint.evidence.meta.Pooled;
import org.stillpoint.evidence.meta.SmallStudies;
import org.stillpoint.evidence.meta.Studies;
import org.stillpoint.evidence.numeric.Normal;

/** Effects against their standard errors: a lopsided funnel may mean that small studies without an effect were not published. */
public final class FunnelPlot {

    private static final double LEFT = 70;
    private static final double RIGHT = Svg.WIDTH - 30;
    private static final double TOP = 60;
    private static final double BOTTOM = 360;

    private FunnelPlot() {}

    /** The chart as SVG; needs three studies. */
    public static String of(MetaAnalysis meta, Pooled pooled, String heading) {
        Studies studies = meta.studies();
        double most = IntStream.range(0, studies.size())
                .mapToDouble(i -> Math.sqrt(studies.variance(i)))
                .max()
                .orElseThrow();
        double reach = Normal.Z975 * most;
        double low = pooled.estimate() - reach;
        double high = pooled.estimate() + reach;
        for (int i = 0; i < studies.size(); i++) {
            low = Math.min(low, studies.effect(i));
            high = Math.max(high, studies.effect(i));
        }
        Axis x = Axis.around(low, high, LEFT, RIGHT);
        Axis y = new Axis(0, most * 1.06, TOP, BOTTOM);
        double p = new SmallStudies(studies).egger().p();
        String sentence = String.format(
                Locale.ROOT,
                p < 0.05
                        ? "Small studies differ from large ones (Egger p %.3f)."
                        : "No clear sign that small studies differ from large ones (Egger p %.2f).",
                p);
        StringBuilder description = new StringBuilder(sentence).append(" Studies (effect, standard error): ");
        Svg svg = new Svg(BOTTOM + 56, heading + ". " + sentence, description(studies, description));
        svg.text(16, 24, sentence, "start", Svg.INK, 15, true);
        svg.text(16, 44, heading, "start", Svg.QUIET, 13, false);
        double peak = x.at(pooled.estimate());
        double foot = y.at(most);
        svg.path(
                new double[] {
                    peak, y.at(0), x.at(pooled.estimate() - reach), foot, x.at(pooled.estimate() + reach), foot
                },
                true,
                Svg.QUIET,
                Svg.PHASE,
                1,
                "4 4");
        for (double tick : x.ticks(6)) {
            svg.text(x.at(tick), BOTTOM + 18, Axis.label(tick), "middle", Svg.QUIET, 13, false);
        }
        for (double tick : y.ticks(4)) {
            svg.line(LEFT, y.at(tick), RIGHT, y.at(tick), Svg.LINE, 1, "");
            svg.text(LEFT - 8, y.at(tick) + 5, Axis.label(tick), "end", Svg.QUIET, 13, false);
        }
        svg.line(peak, TOP, peak, BOTTOM, Svg.ACCENT, 1.5, "");
        for (int i = 0; i < studies.size(); i++) {
            svg.circle(x.at(studies.effect(i)), y.at(Math.sqrt(studies.variance(i))), 4, Svg.FOUND);
        }
        svg.text(
                (LEFT + RIGHT) / 2,
                BOTTOM + 40,
                "effect (standard error upwards gets smaller)",
                "middle",
                Svg.QUIET,
                13,
                false);
        return svg.finish();
    }

    private static String description(Studies studies, StringBuilder out) {
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
