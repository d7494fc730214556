package org.stillpoint.web.note;

import java.util.List;
import java.util.Optional;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.words.Message;

/**
 * The reader's own notes of one session.
 *
 * @param head whose session it is
 * @param session its id
 * @param notes the earliest first
 * @param typed what was typed and is not kept
 * @param said what has to be said first
 */
public record OwnNotesPage(ClientHead head, String session, List<NoteRow> notes, String typed, Optional<Message> said) {

    /**
     * One note.
     *
     * @param version that was seen
     * @param earlier how it stood before, the earliest first
     */
    public record NoteRow(
            String id, int version, String text, Message written, boolean released, List<EarlierRow> earlier) {}

    /** A text that was changed since. */
    public record EarlierRow(String text, Message written) {}

    /** Where they are read and written. */
    public String path() {
        return "/sessions/" + session + "/own-notes";
    }
}
