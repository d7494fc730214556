package org.stillpoint.practice.contact;

import java.util.Optional;
import org.stillpoint.record.contact.ContactList;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/** Whom to ring. */
public final class ReadContacts {
    private final UnitOfWork work;

    public ReadContacts(UnitOfWork work) {
        this.work = work;
    }

    public ContactList by(Actor actor) {
        return work.read(
                actor,
                Act.SEE_CONTACTS,
                Optional.empty(),
                records -> records.contacts().get());
    }
}
