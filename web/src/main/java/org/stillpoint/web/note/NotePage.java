package org.stillpoint.web.note;

import org.stillpoint.web.view.ClientHead;
import org.stillpoint.words.Message;

/**
 * One note by itself.
 *
 * @param head whose
 * @param held when its session was held
 */
public record NotePage(ClientHead head, Message held, NoteShown note) {}
