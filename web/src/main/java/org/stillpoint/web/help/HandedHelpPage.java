package org.stillpoint.web.help;

import java.util.List;
import org.stillpoint.record.contact.Contact;

/**
 * Whom to ring, for a client to whom the device was handed over.
 *
 * @param checkIn the address of their check-in
 */
public record HandedHelpPage(String checkIn, List<Contact> contacts) {}
