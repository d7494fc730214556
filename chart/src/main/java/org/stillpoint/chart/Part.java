package org.stillpoint.chart;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A shape, what it stands for, and the data behind it.
 *
 * @param said what is read when it is pointed at; may be empty
 * @param data for scripts, by names such as {@code item} that become {@code data-item}
 */
public record Part(Shape shape, Look look, String said, SortedMap<String, String> data) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

    /** @throws IllegalArgumentException if a name of the data is not of small letters, digits and hyphens */
    public Part {
        for (String name : data.keySet()) {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("\"" + name + "\" is no name of data");
            }
        }
        data = Collections.unmodifiableSortedMap(new TreeMap<>(data));
    }

    static Part of(Shape shape, Look look) {
        return new Part(shape, look, "", Collections.emptySortedMap());
    }

    /** Room to point at: nothing to see, with what is read there and the data behind it. */
    static Part target(double x, double y, double width, double height, String said, Map<String, String> data) {
        return new Part(new Shape.Bar(x, y, width, height, 0), Look.UNSEEN, said, new TreeMap<>(data));
    }
}
