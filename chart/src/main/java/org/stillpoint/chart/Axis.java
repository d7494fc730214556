package org.stillpoint.chart;

/**
 * A straight scale from values to places in a chart.
 *
 * @param low value at {@code start}
 * @param high value at {@code end}; where it is the same as {@code low}, everything lies in the middle
 */
public record Axis(double low, double high, double start, double end) {

    /** A scale that holds the values with a little room; a single value gets room of one on either side. */
    static Axis around(double low, double high, double start, double end) {
        double room = high > low ? 0.04 * (high - low) : 1;
        return new Axis(low - room, high + room, start, end);
    }

    /** A scale that begins and ends on a tick. */
    static Axis even(Ticks ticks, double start, double end) {
        return new Axis(ticks.first(), ticks.last(), start, end);
    }

    /** Where a value lies. */
    public double at(double value) {
        double share = high == low ? 0.5 : (value - low) / (high - low);
        return start + share * (end - start);
    }

    /** Where a value lies, at the edge where it lies outside. */
    public double inside(double value) {
        return at(Math.clamp(value, low, high));
    }
}
