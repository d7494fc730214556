package org.stillpoint.record;

import java.nio.charset.StandardCharsets;

/**
 * Text that belongs to the client alone: a name, what was felt, a note. It is encrypted where it is kept, and
 * {@link #toString} hides it, so that it reaches a log or an error only by an explicit act.
 *
 * @param value up to {@value #MOST_CHARACTERS} UTF-16 units without unpaired surrogates; empty where nothing was said
 */
public record PrivateText(String value) {
    /** The product's own bound: about 60 printed pages in one field. */
    public static final int MOST_CHARACTERS = 200_000;

    public static final PrivateText NONE = new PrivateText("");

    public PrivateText {
        if (value.length() > MOST_CHARACTERS) {
            throw new BadValue("text", "of " + value.length() + " characters", "up to " + MOST_CHARACTERS);
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
            throw new BadValue("text", "of " + value.length() + " characters", "without unpaired surrogates");
        }
    }

    public boolean isEmpty() {
        return value.isEmpty();
    }

    @Override
    public String toString() {
        return "(private, " + value.length() + " characters)";
    }
}
