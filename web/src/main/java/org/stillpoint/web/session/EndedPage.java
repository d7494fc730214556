package org.stillpoint.web.session;

import java.util.List;
import java.util.Optional;
import org.stillpoint.web.note.NoteShown;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.Message;

/**
 * A session that has ended.
 *
 * @param head whose
 * @param id the session
 * @param client whose, by id
 * @param day when it was held
 * @param length how long, in words
 * @param note its note
 * @param struckOut notes that were struck out
 * @param line it on a scale of minutes; empty where nothing was marked
 * @param marks what was marked and stands, in order
 * @param late what arrived after the note was signed
 * @param planned where hands were to come, in the order that was kept before; empty where no plan was
 * @param due whether no check-in was given since
 * @param booked whether the next appointment is known
 * @param layers what lies on the body, as JSON
 * @param view from where the body is seen
 * @param hasNotes whether there are process notes that are open for whoever asks
 * @param keptBy who else keeps process notes of it
 * @param canGoOn whether it may go on
 * @param canVoid whether nothing was ever marked
 * @param key sends the voiding once
 * @param form the reason, as typed
 * @param notes the process notes, where they were asked for
 */
public record EndedPage(
        ClientHead head,
        String id,
        String client,
        String day,
        String length,
        NoteShown note,
        List<NoteShown> struckOut,
        Optional<MinuteLine> line,
        List<MarkRow> marks,
        List<MarkRow> late,
        Optional<Message> planned,
        boolean due,
        boolean booked,
        String layers,
        String view,
        boolean hasNotes,
        List<String> keptBy,
        boolean canGoOn,
        boolean canVoid,
        String key,
        Form form,
        List<ProcessNoteRow> notes) {}
