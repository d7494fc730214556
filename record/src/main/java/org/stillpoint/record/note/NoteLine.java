package org.stillpoint.record.note;

import java.util.List;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.PrivateText;

/**
 * A sentence of a note as it is signed.
 *
 * @param text not blank
 * @param sources what it tells, where it stands as it was drafted; empty where somebody wrote or changed it
 */
public record NoteLine(NotePart part, PrivateText text, List<NoteSource> sources) {

    public NoteLine {
        if (text.value().isBlank()) {
            throw new BadValue("line of a note", "blank", "a text");
        }
        sources = List.copyOf(sources);
    }

    /** Whether it stands as it was drafted from the record. */
    public boolean isDrafted() {
        return !sources.isEmpty();
    }
}
