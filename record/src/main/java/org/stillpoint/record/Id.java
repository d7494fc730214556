package org.stillpoint.record;

import java.util.UUID;

/**
 * The identity of one record. The type parameter names what it identifies, so that a client's id is never passed for a
 * session's. Ids are made by whoever makes the record (a browser too), so that a retry is recognised.
 *
 * @param <T> what is identified
 */
public record Id<T>(UUID value) implements Comparable<Id<T>> {

    /** A new, random id (UUID version 4). */
    public static <T> Id<T> random() {
        return new Id<>(UUID.randomUUID());
    }

    /**
     * Reads the 36-character form that {@link #toString} writes.
     *
     * @throws BadValue if the text is not such an id
     */
    public static <T> Id<T> of(String text) {
        try {
            UUID value = UUID.fromString(text);
            if (value.toString().equalsIgnoreCase(text)) {
                return new Id<>(value);
            }
        } catch (IllegalArgumentException notAnId) {
            throw new BadValue("id", "of " + text.length() + " characters", "a UUID of 36 characters", notAnId);
        }
        throw new BadValue("id", "of " + text.length() + " characters", "a UUID of 36 characters");
    }

    @Override
    public int compareTo(Id<T> other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
