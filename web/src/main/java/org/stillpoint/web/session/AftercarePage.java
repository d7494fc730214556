package org.stillpoint.web.session;

import java.util.List;
import org.stillpoint.record.contact.Contact;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.words.Message;

/**
 * What a client takes home after a session.
 *
 * @param session its id
 * @param practice what it is called, or empty
 * @param paragraphs in the practice's words
 * @param contacts whom to ring
 * @param next when they are asked how they are, and come again
 * @param mayWrite whether the reader may change the text
 */
public record AftercarePage(
        ClientHead head,
        String session,
        String practice,
        List<String> paragraphs,
        List<Contact> contacts,
        List<Message> next,
        boolean mayWrite) {}
