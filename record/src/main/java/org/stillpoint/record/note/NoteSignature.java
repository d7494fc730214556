package org.stillpoint.record.note;

import java.util.List;
import org.stillpoint.record.BadValue;

/**
 * A signature under a note, with the text that was signed.
 *
 * @param lines the text, in the order in which it is read; not empty
 * @param hash of the text, {@link NoteHash#of}
 * @param locks whether the note is locked by it; else somebody else signs too
 */
public record NoteSignature(SignedAs by, List<NoteLine> lines, String hash, boolean locks) {

    /** @throws BadValue if nothing is signed, or the hash is none of this text */
    public NoteSignature {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new BadValue("signed text", "empty", "at least one line");
        }
        if (!hash.equals(NoteHash.of(lines))) {
            throw new BadValue("hash of a signed text", hash, "the hash of its lines");
        }
    }

    /** Signs a text. */
    public static NoteSignature under(List<NoteLine> lines, SignedAs by, boolean locks) {
        return new NoteSignature(by, lines, NoteHash.of(lines), locks);
    }
}
