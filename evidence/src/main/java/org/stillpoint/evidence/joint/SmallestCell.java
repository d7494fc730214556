package org.stillpoint.evidence.joint;

import java.util.OptionalInt;

/**
 * The fewest people of whom a number leaves a practice.
 *
 * @param people 2 or more: of one there is no spread
 */
public record SmallestCell(int people) {

    private static final int LEAST = 2;

    public SmallestCell {
        if (people < LEAST) {
            throw new IllegalArgumentException("a smallest cell of " + people + " people; " + LEAST + " or more");
        }
    }

    /** Whether a number of people may be told: nobody, or enough of them. */
    public boolean tells(int count) {
        return count == 0 || count >= people;
    }

    /** The number where it may be told. */
    public OptionalInt told(int count) {
        return tells(count) ? OptionalInt.of(count) : OptionalInt.empty();
    }

    /**
     * Whether it may be told how many of a group something is so of: enough of them, and enough others. That it is so of all, or of nobody,
     * would tell it of everybody whom one knows to be in the group.
     */
    public boolean tells(int count, int of) {
        return count >= people && of - count >= people;
    }
}
