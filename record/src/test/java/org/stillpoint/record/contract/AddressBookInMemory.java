package org.stillpoint.record.contract;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.address.AddressBook;
import org.stillpoint.record.address.AddressEntry;

/** The practice's address book, in memory. */
final class AddressBookInMemory implements AddressBook {
    private static final Comparator<AddressEntry> BY_NAME = Comparator.comparing(
                    (AddressEntry entry) -> entry.name().value().toLowerCase(Locale.ROOT))
            .thenComparing(AddressEntry::id);

    private final Memory memory;
    private final Memory.Table<Id<AddressEntry>, AddressEntry> rows;

    AddressBookInMemory(Memory memory) {
        this.memory = memory;
        this.rows = memory.table();
    }

    @Override
    public void add(AddressEntry entry) {
        memory.write(() -> {
            Optional<AddressEntry> kept = rows.find(entry.id());
            if (kept.isPresent() && !kept.get().equals(entry)) {
                throw new AlreadyThere("address", entry.id());
            }
            rows.put(entry.id(), entry);
            return entry;
        });
    }

    @Override
    public Optional<AddressEntry> find(Id<AddressEntry> id) {
        return rows.find(id);
    }

    @Override
    public List<AddressEntry> list() {
        return rows.stream().sorted(BY_NAME).toList();
    }

    @Override
    public AddressEntry update(AddressEntry changed) {
        return memory.write(() -> {
            AddressEntry kept = get(changed.id());
            if (!kept.version().equals(changed.version())) {
                throw new StaleRecord(changed.id(), changed.version(), kept.version());
            }
            AddressEntry next = changed.seenAt(kept.version().next());
            rows.put(next.id(), next);
            return next;
        });
    }
}
