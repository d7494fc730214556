package org.stillpoint.record.contact;

import org.stillpoint.record.StaleRecord;

/** Where the practice's contacts are kept. */
public interface Contacts {

    /** The list; {@link ContactList#NONE} before there is one. */
    ContactList get();

    /**
     * Writes the whole list anew.
     *
     * @param changed carries the version that was seen
     * @return the list as kept now
     * @throws StaleRecord if another version is kept
     */
    ContactList replace(ContactList changed);
}
