package org.stillpoint.practice.contact;

import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.contact.ContactList;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** The practice writes whom to ring. */
public final class ChangeContacts {

    /**
     * @param key made with the page, so that sending it twice does it once
     * @param contacts with the version that was seen
     */
    public record Command(Id<Deed> key, ContactList contacts) {}

    private final UnitOfWork work;

    public ChangeContacts(UnitOfWork work) {
        this.work = work;
    }

    /** Answers {@link Answer.Changed} where somebody else has written it since it was seen. */
    public Answer<ContactList> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.CHANGE_CONTACTS, wanted.key(), wanted),
                        records -> new Answer.Done<>(records.contacts().replace(wanted.contacts())),
                        records -> new Answer.Again<>(records.contacts().get())),
                () -> work.read(
                        actor,
                        Act.SEE_CONTACTS,
                        Optional.empty(),
                        records -> records.contacts().get()));
    }
}
