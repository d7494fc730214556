package org.stillpoint.chart;

import java.util.List;

/**
 * Effects against their standard errors, small errors on top, with the lines between which most studies of one and the same
 * effect would lie: a funnel plot.
 */
public final class FunnelChart {

    private FunnelChart() {}

    public record Study(double effect, double standardError) {}

    /**
     * @param studies one at the least
     * @param pooled their common effect
     * @param reach how many standard errors on either side of it the lines lie
     * @param axis what the axes are
     */
    public static Chart of(
            List<Study> studies,
            double pooled,
            double reach,
            String axis,
            Size size,
            Labels labels,
            String title,
            String description) {
        double letter = size.letter();
        double mostError =
                1.1 * studies.stream().mapToDouble(Study::standardError).max().orElseThrow();
        double wide = reach * mostError;
        double least = Math.min(
                pooled - wide, studies.stream().mapToDouble(Study::effect).min().orElseThrow());
        double most = Math.max(
                pooled + wide, studies.stream().mapToDouble(Study::effect).max().orElseThrow());
        Ticks errors = Ticks.within(0, mostError, 5);
        Plot plot = new Plot(
                size,
                size.letters(3 + errors.decimals()) + letter,
                12,
                size.width() - 1.2 * letter,
                size.height() - 3.4 * letter);
        Axis x = Axis.around(least, most, plot.left(), plot.right());
        Axis y = new Axis(0, mostError, plot.top(), plot.bottom());
        plot.levels(y, errors, labels);
        plot.add(
                Look.FUNNEL,
                Shape.Line.through(List.of(
                        new Shape.At(x.at(pooled - wide), y.at(mostError)),
                        new Shape.At(x.at(pooled), y.at(0)),
                        new Shape.At(x.at(pooled + wide), y.at(mostError)))));
        plot.line(Look.REFERENCE, x.at(pooled), plot.top(), x.at(pooled), plot.bottom());
        plot.line(Look.AXIS, plot.left(), plot.bottom(), plot.right(), plot.bottom());
        plot.across(x, Ticks.within(x.low(), x.high(), 6), labels);
        plot.caption(axis);
        studies.forEach(
                study -> plot.add(Look.STUDY, new Shape.Dot(x.at(study.effect()), y.at(study.standardError()), 5)));
        return plot.done(List.of(), title, description);
    }
}
