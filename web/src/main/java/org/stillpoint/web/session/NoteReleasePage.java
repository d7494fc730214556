package org.stillpoint.web.session;

import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;

/**
 * Where the author of a process note says whether it may leave.
 *
 * @param head whose words they are
 * @param session in which they were said
 * @param note with where its author says so
 * @param form as it was sent
 */
public record NoteReleasePage(ClientHead head, String session, ProcessNoteRow note, Form form) {}
