package org.stillpoint.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * One chart: its parts in the order in which they are drawn, and the keys to them.
 *
 * @param size in its own units, which are CSS pixels where it is not scaled
 * @param title what it shows, in a sentence
 * @param description the figures behind it, for someone who cannot see it
 */
public record Chart(Size size, List<Part> parts, List<Key> keys, String title, String description) {

    private static final double MARGIN = 16;
    private static final double HEADING_LINE = 20;

    /** Size of the letters of a heading against the others. */
    static final double HEADING = 1.15;

    /** Mean width of a letter as a share of its size: 0.42 on the printed page (Source Sans 3, 2026), with room for wider faces. */
    private static final double LETTER_WIDTH = 0.45;

    public Chart {
        parts = List.copyOf(parts);
        keys = List.copyOf(keys);
    }

    public double width() {
        return size.width();
    }

    public double height() {
        return size.height();
    }

    /** Whether something of this kind is on it. */
    public boolean shows(Look look) {
        return parts.stream().anyMatch(part -> part.look() == look);
    }

    /** All words on it, with their places. */
    public List<Shape.Text> labels() {
        return parts.stream()
                .map(Part::shape)
                .filter(Shape.Text.class::isInstance)
                .map(Shape.Text.class::cast)
                .toList();
    }

    /** With its keys drawn underneath, for a place that has no legend of its own. */
    public Chart withKeys() {
        double letter = size.letter();
        double gap = 1.2 * letter;
        double row = Math.max(Key.HEIGHT, 1.3 * letter) + 4;
        List<Part> all = new ArrayList<>(parts);
        double x = MARGIN;
        double y = height();
        for (Key key : keys) {
            double wide = key.width() + 6 + LETTER_WIDTH * letter * key.words().length();
            if (x > MARGIN && x + wide > width() - MARGIN) {
                x = MARGIN;
                y += row;
            }
            for (Part part : key.parts()) {
                all.add(moved(part, x, y));
            }
            all.add(Part.of(
                    new Shape.Text(
                            x + key.width() + 6, y + Key.HEIGHT / 2 + 0.36 * letter, Shape.Anchor.START, key.words()),
                    Look.LABEL));
            x += wide + gap;
        }
        return new Chart(size.withHeight(keys.isEmpty() ? y : y + row), all, List.of(), title, description);
    }

    /** A sheet of its own: on a ground, with the title above and the keys underneath. */
    Chart standingAlone() {
        List<String> lines =
                wrapped(title, (int) ((width() - 2 * MARGIN) / (LETTER_WIDTH * 1.08 * HEADING * size.letter())));
        double down = MARGIN + HEADING_LINE * lines.size();
        Chart below = withKeys();
        double height = down + below.height() + MARGIN / 2;
        List<Part> all = new ArrayList<>();
        all.add(Part.of(new Shape.Bar(0, 0, width(), height, 0), Look.GROUND));
        for (int i = 0; i < lines.size(); i++) {
            all.add(Part.of(
                    new Shape.Text(MARGIN, 28 + HEADING_LINE * i, Shape.Anchor.START, lines.get(i)), Look.HEADING));
        }
        below.parts().forEach(part -> all.add(moved(part, 0, down)));
        return new Chart(size.withHeight(height), all, List.of(), title, description);
    }

    private static Part moved(Part part, double dx, double dy) {
        Shape shape =
                switch (part.shape()) {
                    case Shape.Dot(var x, var y, var radius) -> new Shape.Dot(x + dx, y + dy, radius);
                    case Shape.Bar(var x, var y, var width, var height, var round) ->
                        new Shape.Bar(x + dx, y + dy, width, height, round);
                    case Shape.Line(var runs) ->
                        new Shape.Line(
                                runs.stream().map(run -> moved(run, dx, dy)).toList());
                    case Shape.Area(var outline) -> new Shape.Area(moved(outline, dx, dy));
                    case Shape.Text(var x, var y, var anchor, var text) -> new Shape.Text(x + dx, y + dy, anchor, text);
                };
        return new Part(shape, part.look(), part.said(), part.data());
    }

    private static List<Shape.At> moved(List<Shape.At> points, double dx, double dy) {
        return points.stream().map(at -> new Shape.At(at.x() + dx, at.y() + dy)).toList();
    }

    /** Splits a sentence into lines of at most {@code most} letters, where its words allow. */
    private static List<String> wrapped(String text, int most) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + word.length() + 1 > most) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
