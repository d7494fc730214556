package org.stillpoint.anatomy;

/**
 * The id of a joint. Whether there is such a joint is asked of the atlas.
 *
 * @param value as in the tables of the atlas
 */
public record JointId(String value) implements Comparable<JointId> {

    @Override
    public int compareTo(JointId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
