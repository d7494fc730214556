package org.stillpoint.record.safety;

import java.util.regex.Pattern;
import org.stillpoint.record.BadValue;

/**
 * Which condition: kept with every check that found it, and never given to another.
 *
 * @param value lower-case letters, figures and hyphens, a letter first
 */
public record ConditionId(String value) implements Comparable<ConditionId> {
    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    public ConditionId {
        if (!SHAPE.matcher(value).matches()) {
            throw new BadValue(
                    "condition",
                    "of " + value.length() + " characters",
                    "up to 64 lower-case letters, figures and hyphens, a letter first");
        }
    }

    @Override
    public int compareTo(ConditionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
