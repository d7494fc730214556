package org.stillpoint.web.help;

import java.util.List;
import org.stillpoint.record.contact.Contact;

/** @param mayWrite whether the reader may write them */
public record HelpPage(List<Contact> contacts, boolean mayWrite) {}
