package org.stillpoint.record.note;

import org.stillpoint.record.BadValue;
import org.stillpoint.record.PrivateText;

/**
 * What was added to a note after it was signed; the text that was signed stays as it is.
 *
 * @param text what holds from now on; not blank
 * @param reason why; not blank
 * @param hash of the amendment and of all before it, {@link NoteHash}
 */
public record NoteAmendment(PrivateText text, PrivateText reason, SignedAs by, String hash) {

    public NoteAmendment {
        if (text.value().isBlank()) {
            throw new BadValue("amendment", "blank", "a text");
        }
        if (reason.value().isBlank()) {
            throw new BadValue("reason", "blank", "why it is amended");
        }
    }
}
