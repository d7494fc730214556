package org.stillpoint.chart;

/**
 * How large a chart is.
 *
 * @param letter size of its letters, in the same units
 */
public record Size(double width, double height, double letter) {

    /** Letters on the screen and in files, CSS pixels. */
    private static final double SCREEN = 13;

    /** Letters on paper: 7.5 points in CSS pixels, 96 to the inch. */
    private static final double PAPER = 10;

    public static Size ofScreen(double width, double height) {
        return new Size(width, height, SCREEN);
    }

    public static Size ofPaper(double width, double height) {
        return new Size(width, height, PAPER);
    }

    /** The same, but so high. */
    Size withHeight(double other) {
        return new Size(width, other, letter);
    }

    /** Room for so many letters, digits or capitals included. */
    double letters(int count) {
        return 0.55 * letter * count;
    }
}
