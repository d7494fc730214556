package org.stillpoint.chart;

import java.util.List;

/** Several courses over the same years, one below the other, each on a scale of its own. */
public final class PanelChart {

    private static final double PANEL = 104;
    private static final double BETWEEN = 30;

    private PanelChart() {}

    /** One value at one time. */
    public record PanelValue(double at, double value) {}

    /**
     * One course.
     *
     * @param points the earliest first, one at the least
     * @param high highest value of its scale, above 0; the lowest is 0
     */
    public record Panel(String name, Look look, double high, List<PanelValue> points) {}

    /**
     * @param panels one at the least, all over the same time
     * @param axis what the time is
     */
    public static Chart of(
            List<Panel> panels, String axis, double width, Labels labels, String title, String description) {
        double height = 8 + panels.size() * (PANEL + BETWEEN) + 44;
        Size size = Size.ofScreen(width, height);
        double left = size.letters(7) + 8;
        double right = width - 20;
        Plot whole = new Plot(size, left, 8, right, height - 44);
        double from = panels.getFirst().points().getFirst().at();
        double to = panels.getFirst().points().getLast().at();
        Axis time = new Axis(from, to, left, right);
        double top = 8 + BETWEEN;
        for (Panel panel : panels) {
            panel(whole, panel, time, top, labels);
            top += PANEL + BETWEEN;
        }
        whole.across(time, Ticks.within(from, to, 10), labels);
        whole.caption(axis);
        return whole.done(List.of(), title, description);
    }

    private static void panel(Plot whole, Panel panel, Axis time, double top, Labels labels) {
        Axis value = new Axis(0, panel.high(), top + PANEL, top);
        whole.levels(value, Ticks.within(0, panel.high(), 4), labels);
        whole.label(Look.STRONG, whole.left(), top - 8, Shape.Anchor.START, panel.name());
        whole.add(
                panel.look(),
                Shape.Line.through(panel.points().stream()
                        .map(point -> new Shape.At(time.at(point.at()), value.inside(point.value())))
                        .toList()));
    }
}
