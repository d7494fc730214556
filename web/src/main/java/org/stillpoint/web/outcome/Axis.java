package org.stillpoint.web.outcome;

/**
 * A straight scale from values to positions in a drawing.
 *
 * @param from value at {@code start}
 * @param to value at {@code end}
 * @param start position in the drawing's own units
 * @param end position likewise
 */
record Axis(double from, double to, double start, double end) {

    /** Position of a value, to a tenth of a unit. */
    double at(double value) {
        double share = to == from ? 0.5 : (value - from) / (to - from);
        return Math.round((start + share * (end - start)) * 10) / 10.0;
    }
}
