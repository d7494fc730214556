package org.stillpoint.record.note;

import org.stillpoint.record.Id;

/** An entry of the record that a sentence of a note tells. */
public record NoteSource(SourceKind kind, Id<?> id) {

    /** What kind of entry it is. */
    public enum SourceKind {
        MARK,
        CHECK_IN,
        BODY_MAP,
        EXAMINATION,
        APPOINTMENT,
        /** The session itself: when it was held. */
        SESSION
    }
}
