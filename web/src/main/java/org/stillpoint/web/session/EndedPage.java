package org.stillpoint.web.session;

import java.util.List;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;

/**
 * A session that has ended.
 *
 * @param head whose
 * @param id the session
 * @param client whose, by id
 * @param day when it was held
 * @param length how long, in words
 * @param facts what happened, gathered by what it is
 * @param marks what was marked and stands, in order
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
        ClosingFacts facts,
        List<MarkRow> marks,
        String layers,
        String view,
        boolean hasNotes,
        List<String> keptBy,
        boolean canGoOn,
        boolean canVoid,
        String key,
        Form form,
        List<MarkRow> notes) {}
