package org.stillpoint.record.contact;

import java.util.List;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;

/**
 * The practice's own emergency and referral contacts, in the order in which they are to be rung.
 *
 * @param version grows with each change
 */
public record ContactList(List<Contact> contacts, Version version) {

    /** Own choice, 2026: more are not read by somebody who needs help. */
    public static final int MOST = 8;

    /** There is one list. */
    public static final Id<ContactList> ID = Id.of("00000000-0000-0000-0000-000000000001");

    /** Before anybody has written one. */
    public static final ContactList NONE = new ContactList(List.of(), Version.FIRST);

    public ContactList {
        contacts = List.copyOf(contacts);
        if (contacts.size() > MOST) {
            throw new BadValue("contacts", String.valueOf(contacts.size()), "at most " + MOST);
        }
    }
}
