package org.stillpoint.record.note;

import java.util.Optional;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.PrivateText;

/**
 * That a note counts no more. It stays readable.
 *
 * @param reason why; not blank
 * @param to the copy in the record of the client whose note it is, where it had stood in another's
 */
public record NoteStrike(PrivateText reason, SignedAs by, Optional<OtherRecord> to) {

    public NoteStrike {
        if (reason.value().isBlank()) {
            throw new BadValue("reason", "blank", "why it is struck out");
        }
    }
}
