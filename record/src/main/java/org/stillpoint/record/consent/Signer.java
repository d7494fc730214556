package org.stillpoint.record.consent;

import org.stillpoint.record.BadValue;
import org.stillpoint.record.PrivateText;

/** Who signs. */
public sealed interface Signer {

    /** The client. */
    record Oneself() implements Signer {}

    /** Somebody who answers for the client, who is not of age. */
    record Guardian(PrivateText name, PrivateText relation) implements Signer {
        /** Own choice, 2026: a line of a page. */
        public static final int MOST_CHARACTERS = 200;

        public Guardian {
            require("name of the guardian", name);
            require("relation of the guardian", relation);
        }

        private static void require(String field, PrivateText text) {
            int length = text.value().strip().length();
            if (length == 0 || text.value().length() > MOST_CHARACTERS) {
                throw new BadValue(field, "of " + text.value().length() + " characters", "1 to " + MOST_CHARACTERS);
            }
        }
    }
}
