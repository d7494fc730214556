package org.stillpoint.practice.address;

import java.util.List;
import java.util.Optional;
import org.stillpoint.record.address.AddressEntry;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/** The practice's address book, as it is read. */
public final class AddressReading {

    private final UnitOfWork work;

    public AddressReading(UnitOfWork work) {
        this.work = work;
    }

    /** Everybody, by name. */
    public List<AddressEntry> by(Actor actor) {
        return work.read(
                actor,
                Act.SEE_ADDRESSES,
                Optional.empty(),
                records -> records.addressBook().list());
    }
}
