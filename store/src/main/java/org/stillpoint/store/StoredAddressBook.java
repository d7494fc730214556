package org.stillpoint.store;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Record;
import org.jooq.Table;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.address.AddressBook;
import org.stillpoint.record.address.AddressEntry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The practice's address book, under the installation's key. */
final class StoredAddressBook implements AddressBook {
    private static final Comparator<AddressEntry> BY_NAME = Comparator.comparing(
                    (AddressEntry entry) -> entry.name().value().toLowerCase(Locale.ROOT))
            .thenComparing(AddressEntry::id);

    private final PracticeShelf<AddressEntry> shelf;

    StoredAddressBook(Database database, Keys keys) {
        this.shelf = new PracticeShelf<>(database, keys, new AddressForm());
    }

    @Override
    public void add(AddressEntry entry) {
        shelf.add(entry);
    }

    @Override
    public Optional<AddressEntry> find(Id<AddressEntry> id) {
        return shelf.find(id);
    }

    @Override
    public List<AddressEntry> list() {
        return shelf.list(BY_NAME);
    }

    @Override
    public AddressEntry update(AddressEntry changed) {
        return shelf.update(changed, (kept, wanted) -> wanted);
    }

    private static final class AddressForm implements PracticeShelf.PracticeForm<AddressEntry> {
        @Override
        public Table<Record> table() {
            return Tables.ADDRESS_ENTRY;
        }

        @Override
        public String noun() {
            return "address";
        }

        @Override
        public Id<AddressEntry> id(AddressEntry entry) {
            return entry.id();
        }

        @Override
        public Version version(AddressEntry entry) {
            return entry.version();
        }

        @Override
        public AddressEntry seenAt(AddressEntry entry, Version seen) {
            return entry.seenAt(seen);
        }

        @Override
        public ObjectNode write(AddressEntry entry) {
            ObjectNode content = Json.object().put("is_current", entry.isCurrent());
            Json.put(content, "name", entry.name());
            Json.put(content, "profession", entry.profession());
            Json.put(content, "phone", entry.phone());
            Json.put(content, "email", entry.email());
            Json.put(content, "address", entry.address());
            return content;
        }

        @Override
        public AddressEntry read(Id<AddressEntry> id, JsonNode content, Version version) {
            return new AddressEntry(
                    id,
                    Json.privateText(content, "name"),
                    Json.privateText(content, "profession"),
                    Json.privateText(content, "phone"),
                    Json.privateText(content, "email"),
                    Json.privateText(content, "address"),
                    content.required("is_current").asBoolean(),
                    version);
        }
    }
}
