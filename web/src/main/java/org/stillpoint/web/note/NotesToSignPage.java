package org.stillpoint.web.note;

import java.util.List;
import org.stillpoint.practice.note.NoteReading.NoteToSign;
import org.stillpoint.words.Speaker;

/**
 * The notes that wait to be signed.
 *
 * @param notes the session held first first
 * @param more whether there are more
 */
public record NotesToSignPage(List<ToSignRow> notes, boolean more) {

    /**
     * One of them.
     *
     * @param address where it is signed
     * @param name of the client
     * @param day when the session was held
     */
    public record ToSignRow(String address, String name, String day) {

        /** @param speaker says the day */
        public static ToSignRow of(NoteToSign waiting, Speaker speaker) {
            return new ToSignRow(
                    NotePages.address(waiting.note()),
                    waiting.client().name().value(),
                    speaker.shortDay(waiting.note().heldAt()));
        }
    }
}
