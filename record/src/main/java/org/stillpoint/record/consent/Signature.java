package org.stillpoint.record.consent;

import java.util.List;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.PrivateText;

/** How somebody signs. */
public sealed interface Signature {

    /**
     * With a finger, a pen or a mouse.
     *
     * @param strokes in the order in which they were drawn, 1 to {@value #MOST_STROKES}
     */
    record ByHand(List<InkStroke> strokes) implements Signature {
        /** Own choice, 2026: more than any name has. */
        public static final int MOST_STROKES = 200;

        public ByHand {
            strokes = List.copyOf(strokes);
            if (strokes.isEmpty() || strokes.size() > MOST_STROKES) {
                throw new BadValue("signature", "of " + strokes.size() + " strokes", "1 to " + MOST_STROKES);
            }
        }

        /** Hides it. */
        @Override
        public String toString() {
            return "ByHand[" + strokes.size() + " strokes]";
        }
    }

    /** By their name, at a keyboard. */
    record ByName(PrivateText name) implements Signature {
        /** Own choice, 2026: a line of a page. */
        public static final int MOST_CHARACTERS = 200;

        public ByName {
            if (name.value().isBlank() || name.value().length() > MOST_CHARACTERS) {
                throw new BadValue(
                        "typed name", "of " + name.value().length() + " characters", "1 to " + MOST_CHARACTERS);
            }
        }
    }
}
