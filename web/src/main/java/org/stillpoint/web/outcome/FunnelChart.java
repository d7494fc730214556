package org.stillpoint.web.outcome;

import java.util.ArrayList;
import java.util.List;
import org.stillpoint.evidence.meta.Pooled;
import org.stillpoint.evidence.meta.Studies;
import org.stillpoint.evidence.numeric.Normal;

/**
 * Effects against their standard errors, small errors on top, with the lines between which 95 % of studies of one and the same
 * effect would lie: a funnel plot, ready to be drawn.
 *
 * @param dots one a study
 * @param funnel the two lines, meeting at the pooled effect
 */
public record FunnelChart(
        int width,
        int height,
        DiaryChart.Box plot,
        List<DiaryChart.Dot> dots,
        String funnel,
        double middle,
        List<DiaryChart.Tick> effects,
        List<DiaryChart.Tick> errors) {

    static FunnelChart of(Studies studies, Pooled pooled, int width, int height) {
        DiaryChart.Box plot = new DiaryChart.Box(52, 12, width - 16, height - 44);
        double mostError = 0;
        double least = pooled.estimate();
        double most = pooled.estimate();
        for (int i = 0; i < studies.size(); i++) {
            mostError = Math.max(mostError, Math.sqrt(studies.variance(i)));
            least = Math.min(least, studies.effect(i));
            most = Math.max(most, studies.effect(i));
        }
        mostError *= 1.1;
        double reach = Normal.Z975 * mostError;
        least = Math.min(least, pooled.estimate() - reach);
        most = Math.max(most, pooled.estimate() + reach);
        Axis x = new Axis(least, most, plot.left(), plot.right());
        Axis y = new Axis(0, mostError, plot.top(), plot.bottom());
        List<DiaryChart.Dot> dots = new ArrayList<>();
        for (int i = 0; i < studies.size(); i++) {
            dots.add(new DiaryChart.Dot(x.at(studies.effect(i)), y.at(Math.sqrt(studies.variance(i)))));
        }
        String funnel = "M%s %sL%s %sL%s %s"
                .formatted(
                        x.at(pooled.estimate() - reach),
                        y.at(mostError),
                        x.at(pooled.estimate()),
                        y.at(0),
                        x.at(pooled.estimate() + reach),
                        y.at(mostError));
        return new FunnelChart(
                width,
                height,
                plot,
                dots,
                funnel,
                x.at(pooled.estimate()),
                ticks(x, least, most),
                ticks(y, 0, mostError));
    }

    private static List<DiaryChart.Tick> ticks(Axis axis, double least, double most) {
        double step = ForestChart.step(most - least);
        List<DiaryChart.Tick> ticks = new ArrayList<>();
        for (double at = Math.ceil(least / step) * step; at <= most; at += step) {
            ticks.add(new DiaryChart.Tick(axis.at(at), ForestChart.tick(at, step)));
        }
        return ticks;
    }
}
