package org.stillpoint.web.help;

import java.util.List;
import org.stillpoint.record.contact.Contact;

/**
 * Whom to ring.
 *
 * @param mayWrite whether the reader may write them
 * @param session id of the session in which the client said stop, or empty
 * @param key sends once that help is called
 * @param flagOf address of the client who has just told a red flag, or empty
 */
public record HelpPage(List<Contact> contacts, boolean mayWrite, String session, String key, String flagOf) {}
