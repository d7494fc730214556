package org.stillpoint.anatomy;

/**
 * A number that a model rests on, with all that has to be known of it.
 *
 * @param value in {@code unit}
 * @param low least value allowed
 * @param high greatest value allowed
 * @param unit what one of it is; {@code 1} for a ratio
 * @param meaning what it stands for
 * @param source where the value or its direction comes from
 * @param year of the source; of the choice, where there is none
 * @param grade how it was got
 */
public record Sourced(
        double value,
        double low,
        double high,
        String unit,
        String meaning,
        String source,
        int year,
        SourceGrade grade) {

    /** The oldest work that a figure of the body is taken from, and a bound for slips of the pen. */
    private static final int FIRST_YEAR = 1600;

    private static final int LAST_YEAR = 2100;

    /** @throws IllegalArgumentException if the value is outside its own bounds, a text is missing, or the year is none */
    public Sourced {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(meaning + " is " + value + "; range " + low + " to " + high);
        }
        if (unit.isBlank() || meaning.isBlank() || source.isBlank()) {
            throw new IllegalArgumentException("a parameter needs unit, meaning and source: " + meaning);
        }
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new IllegalArgumentException(
                    meaning + " is of " + year + "; range " + FIRST_YEAR + " to " + LAST_YEAR);
        }
    }

    /** Whether another value is allowed in its place. */
    public boolean allows(double other) {
        return other >= low && other <= high;
    }
}
