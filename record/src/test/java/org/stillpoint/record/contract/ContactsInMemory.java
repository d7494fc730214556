package org.stillpoint.record.contract;

import org.stillpoint.record.Id;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.contact.ContactList;
import org.stillpoint.record.contact.Contacts;

/** The practice's contacts, in memory. */
final class ContactsInMemory implements Contacts {
    private final Memory memory;
    private final Memory.Table<Id<ContactList>, ContactList> rows;

    ContactsInMemory(Memory memory) {
        this.memory = memory;
        this.rows = memory.table();
    }

    @Override
    public ContactList get() {
        return rows.find(ContactList.ID).orElse(ContactList.NONE);
    }

    @Override
    public ContactList replace(ContactList changed) {
        return memory.write(() -> {
            ContactList kept = get();
            if (!kept.version().equals(changed.version())) {
                throw new StaleRecord(ContactList.ID, changed.version(), kept.version());
            }
            ContactList next =
                    new ContactList(changed.contacts(), kept.version().next());
            rows.put(ContactList.ID, next);
            return next;
        });
    }
}
