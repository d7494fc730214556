package org.stillpoint.web.help;

import java.util.List;
import org.stillpoint.record.contact.Contact;

/**
 * Whom to ring, for a client to whom the device was handed over.
 *
 * @param page the address of the page that they came for
 */
public record HandedHelpPage(String page, List<Contact> contacts) {}
