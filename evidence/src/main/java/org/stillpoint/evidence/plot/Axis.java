package org.stillpoint.evidence.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A straight scale from values to pixels.
 *
 * @param low value at {@code from}
 * @param high value at {@code to}, above {@code low}
 */
record Axis(double low, double high, double from, double to) {

    /** A scale that holds the values with a little room; a single value gets room of one on either side. */
    static Axis around(double low, double high, double from, double to) {
        double room = high > low ? 0.04 * (high - low) : 1;
        return new Axis(low - room, high + room, from, to);
    }

    double at(double value) {
        return from + (value - low) / (high - low) * (to - from);
    }

    /** Round values to label: multiples of 1, 2 or 5 times a power of ten, about {@code wanted} of them. */
    List<Double> ticks(int wanted) {
        double rough = (high - low) / wanted;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = rough / power < 1.5
                ? power
                : rough / power < 3.5 ? 2 * power : rough / power < 7.5 ? 5 * power : 10 * power;
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + 1e-9 * step; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    static String label(double value) {
        double near = Math.rint(value * 1e9) / 1e9;
        return near == Math.rint(near)
                ? String.valueOf((long) near)
                : String.format(Locale.ROOT, "%.2f", near).replaceAll("0+$", "");
    }
}
