package org.stillpoint.record.request;

import java.time.Instant;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.appointment.Appointment;

/** What is asked for. */
public sealed interface RequestMatter {
    /** In characters. Own choice, 2026: a page of a letter. */
    int MOST_CHARACTERS = 4_000;

    /**
     * Something that is kept is wrong.
     *
     * @param words what, and how it is right; never empty
     */
    record CorrectionAsked(PrivateText words) implements RequestMatter {
        public CorrectionAsked {
            requireLength(words);
            if (words.value().isBlank()) {
                throw new BadValue("what is wrong", "nothing", "a few words");
            }
        }
    }

    /**
     * Everything that is kept of them is to go.
     *
     * @param words as they said it; nobody needs a reason, so that it may be empty
     */
    record ErasureAsked(PrivateText words) implements RequestMatter {
        public ErasureAsked {
            requireLength(words);
        }
    }

    /**
     * They will not come.
     *
     * @param start of the appointment as it stood then
     */
    record CannotCome(Id<Appointment> appointment, Instant start) implements RequestMatter {}

    private static void requireLength(PrivateText words) {
        if (words.value().length() > MOST_CHARACTERS) {
            throw new BadValue("words", "of " + words.value().length() + " characters", "up to " + MOST_CHARACTERS);
        }
    }
}
