package org.stillpoint.record.address;

import java.util.List;
import java.util.Optional;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;

/** The practice's small address book. Nobody is taken out of it: whoever is no longer current stays with the clients who have them. */
public interface AddressBook {

    /**
     * Adds somebody; adding the very same again changes nothing.
     *
     * @throws AlreadyThere if somebody else is kept under this id
     */
    void add(AddressEntry entry);

    Optional<AddressEntry> find(Id<AddressEntry> id);

    /**
     * Who is kept under this id.
     *
     * @throws NoSuchRecord if nobody is
     */
    default AddressEntry get(Id<AddressEntry> id) {
        return find(id).orElseThrow(() -> new NoSuchRecord("address", id));
    }

    /** Everybody, by name without regard to case. */
    List<AddressEntry> list();

    /**
     * Replaces what is kept.
     *
     * @param changed carries the version that was seen
     * @return as it is kept now, at the next version
     * @throws StaleRecord if another version is kept
     * @throws NoSuchRecord if nobody is kept under this id
     */
    AddressEntry update(AddressEntry changed);
}
