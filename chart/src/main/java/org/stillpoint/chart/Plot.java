package org.stillpoint.chart;

import java.util.ArrayList;
import java.util.List;

/** A chart while it is drawn: the field between its axes, and the parts so far. */
final class Plot {

    private final Size size;
    private final double left;
    private final double top;
    private final double right;
    private final double bottom;
    private final List<Part> parts = new ArrayList<>();

    Plot(Size size, double left, double top, double right, double bottom) {
        this.size = size;
        this.left = left;
        this.top = top;
        this.right = right;
        this.bottom = bottom;
    }

    double left() {
        return left;
    }

    double top() {
        return top;
    }

    double right() {
        return right;
    }

    double bottom() {
        return bottom;
    }

    double letter() {
        return size.letter();
    }

    void add(Look look, Shape shape) {
        parts.add(Part.of(shape, look));
    }

    void add(Part part) {
        parts.add(part);
    }

    void label(Look look, double x, double y, Shape.Anchor anchor, String text) {
        if (!text.isEmpty()) {
            add(look, new Shape.Text(x, y, anchor, text));
        }
    }

    void line(Look look, double x1, double y1, double x2, double y2) {
        add(look, Shape.Line.of(x1, y1, x2, y2));
    }

    /** Levels across the field, each with its number to the left. */
    void levels(Axis axis, Ticks ticks, Labels labels) {
        for (double tick : ticks.values()) {
            line(Look.GRID, left, axis.at(tick), right, axis.at(tick));
        }
        for (double tick : ticks.values()) {
            label(
                    Look.LABEL,
                    left - 0.6 * letter(),
                    axis.at(tick) + 0.36 * letter(),
                    Shape.Anchor.END,
                    labels.number(tick, ticks.decimals()));
        }
    }

    /** Numbers under the field, where they are on it. */
    void across(Axis axis, Ticks ticks, Labels labels) {
        for (double tick : ticks.values()) {
            below(axis.at(tick), labels.number(tick, ticks.decimals()));
        }
    }

    /** A short tick under the field with its label, moved inwards at the edges. */
    void below(double x, String text) {
        line(Look.AXIS, x, bottom, x, bottom + 4);
        double half = size.letters(text.length()) / 2;
        double middle = Math.min(Math.max(x, half), size.width() - half);
        label(Look.LABEL, middle, bottom + 6 + 1.1 * letter(), Shape.Anchor.MIDDLE, text);
    }

    /** What the axis under the field is, at its right end. */
    void caption(String text) {
        label(Look.LABEL, right, bottom + 8 + 2.5 * letter(), Shape.Anchor.END, text);
    }

    Chart done(List<Key> keys, String title, String description) {
        return new Chart(size, parts, keys, title, description);
    }
}
