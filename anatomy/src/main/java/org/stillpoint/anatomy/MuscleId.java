package org.stillpoint.anatomy;

/**
 * The id of a named muscle, such as {@code psoas_major_left}. Whether there is such a muscle is asked of the atlas.
 *
 * @param value as in the tables of the atlas
 */
public record MuscleId(String value) implements Comparable<MuscleId> {

    @Override
    public int compareTo(MuscleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
