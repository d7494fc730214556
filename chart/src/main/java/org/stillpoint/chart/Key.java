package org.stillpoint.chart;

import java.util.List;

/**
 * One line of a chart's legend.
 *
 * @param words what the shape stands for
 * @param width of the picture beside them; it is {@value #HEIGHT} high
 * @param parts the picture
 */
public record Key(String words, double width, List<Part> parts) {

    static final double HEIGHT = 14;

    public Key {
        parts = List.copyOf(parts);
    }

    static Key of(String words, double width, Part... parts) {
        return new Key(words, width, List.of(parts));
    }

    /** The picture as a chart of its own. */
    public Chart picture() {
        return new Chart(Size.ofScreen(width, HEIGHT), parts, List.of(), words, words);
    }
}
