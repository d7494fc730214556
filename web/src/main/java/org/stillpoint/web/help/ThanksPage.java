package org.stillpoint.web.help;

import java.util.List;
import org.stillpoint.record.contact.Contact;
import org.stillpoint.web.view.ClientHead;

/** What somebody reads who has just said that something is worse. */
public record ThanksPage(ClientHead head, List<Contact> contacts) {}
