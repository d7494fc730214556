package org.stillpoint.practice.address;

import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.address.AddressEntry;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** Somebody comes into the practice's address book, or stands otherwise in it. */
public final class ChangeAddress {

    /**
     * @param key made with the page, so that sending it twice does it once
     * @param entry as it is to stand, at the version that was seen
     */
    public record Command(Id<Deed> key, AddressEntry entry) {}

    private final UnitOfWork work;

    public ChangeAddress(UnitOfWork work) {
        this.work = work;
    }

    /** Somebody new, whose id was made with the page. */
    public Answer<AddressEntry> add(Actor actor, AddressEntry entry) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.ADD_ADDRESS, entry.id(), entry),
                        records -> {
                            records.addressBook().add(entry);
                            return new Answer.Done<>(entry);
                        },
                        records -> new Answer.Again<>(entry)),
                () -> kept(actor, entry.id()));
    }

    /** Answers {@link Answer.Changed} where somebody else has changed it since it was seen. */
    public Answer<AddressEntry> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.CHANGE_ADDRESS, wanted.key(), wanted),
                        records -> new Answer.Done<>(records.addressBook().update(wanted.entry())),
                        records -> new Answer.Again<>(wanted.entry())),
                () -> kept(actor, wanted.entry().id()));
    }

    private AddressEntry kept(Actor actor, Id<AddressEntry> id) {
        return work.read(
                actor,
                Act.SEE_ADDRESSES,
                Optional.empty(),
                records -> records.addressBook().get(id));
    }
}
