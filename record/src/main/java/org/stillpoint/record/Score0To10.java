package org.stillpoint.record;

/**
 * A numeric rating from 0 (none) to 10 (the most there is): pain, severity, stress, awareness.
 *
 * @param value 0 to 10, dimensionless; finite
 */
public record Score0To10(double value) implements Comparable<Score0To10> {
    public static final double LEAST = 0;
    public static final double MOST = 10;
    public static final Score0To10 NONE = new Score0To10(LEAST);

    public Score0To10 {
        if (!(value >= LEAST && value <= MOST)) {
            throw new BadValue("score", String.valueOf(value), "0 to 10");
        }
        value += 0.0; // -0.0 becomes 0.0, so that equal scores are equal
    }

    /**
     * A score for a named field, so that the error names the field.
     *
     * @throws BadValue if the value is not from 0 to 10
     */
    public static Score0To10 of(String field, double value) {
        if (!(value >= LEAST && value <= MOST)) {
            throw new BadValue(field, String.valueOf(value), "0 to 10");
        }
        return new Score0To10(value);
    }

    public static Score0To10 of(double value) {
        return new Score0To10(value);
    }

    @Override
    public int compareTo(Score0To10 other) {
        return Double.compare(value, other.value);
    }
}
