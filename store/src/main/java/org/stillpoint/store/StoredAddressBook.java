package org.stillpoint.store;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;
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

    private final Database database;
    private final Keys keys;

    StoredAddressBook(Database database, Keys keys) {
        this.database = database;
        this.keys = keys;
    }

    @Override
    public void add(AddressEntry entry) {
        database.write(transaction -> {
            Optional<AddressEntry> kept = find(transaction, entry.id());
            if (kept.isPresent()) {
                if (!kept.get().equals(entry)) {
                    throw new AlreadyThere("address", entry.id());
                }
                return 0;
            }
            return transaction
                    .insertInto(Tables.ADDRESS_ENTRY)
                    .set(Tables.ID, entry.id().toString())
                    .set(Tables.VERSION, Version.FIRST.number())
                    .set(Tables.CONTENT, sealed(entry.seenAt(Version.FIRST)))
                    .execute();
        });
    }

    @Override
    public Optional<AddressEntry> find(Id<AddressEntry> id) {
        return database.read(transaction -> find(transaction, id));
    }

    private Optional<AddressEntry> find(DSLContext transaction, Id<AddressEntry> id) {
        return read(transaction, Tables.ID.eq(id.toString())).stream().findFirst();
    }

    @Override
    public List<AddressEntry> list() {
        return database.read(transaction ->
                read(transaction, DSL.noCondition()).stream().sorted(BY_NAME).toList());
    }

    @Override
    public AddressEntry update(AddressEntry changed) {
        return database.write(transaction -> {
            AddressEntry kept =
                    find(transaction, changed.id()).orElseThrow(() -> new NoSuchRecord("address", changed.id()));
            AddressEntry next = changed.seenAt(changed.version().next());
            int written = transaction
                    .update(Tables.ADDRESS_ENTRY)
                    .set(Tables.VERSION, next.version().number())
                    .set(Tables.CONTENT, sealed(next))
                    .where(Tables.ID
                            .eq(next.id().toString())
                            .and(Tables.VERSION.eq(changed.version().number())))
                    .execute();
            if (written == 0) {
                throw new StaleRecord(changed.id(), changed.version(), kept.version());
            }
            return next;
        });
    }

    private List<AddressEntry> read(DSLContext transaction, Condition which) {
        return transaction
                .select(Tables.ID, Tables.VERSION, Tables.CONTENT)
                .from(Tables.ADDRESS_ENTRY)
                .where(which)
                .fetch(this::read);
    }

    private AddressEntry read(Record row) {
        Id<AddressEntry> id = RecordForm.idIn(row);
        JsonNode content =
                Json.parse(keys.ofInstallation().open(row.get(Tables.CONTENT), place(id, row.get(Tables.VERSION))));
        return new AddressEntry(
                id,
                Json.privateText(content, "name"),
                Json.privateText(content, "profession"),
                Json.privateText(content, "phone"),
                Json.privateText(content, "email"),
                Json.privateText(content, "address"),
                content.required("is_current").asBoolean(),
                RecordForm.versionIn(row));
    }

    private byte[] sealed(AddressEntry entry) {
        ObjectNode content = Json.object().put("is_current", entry.isCurrent());
        Json.put(content, "name", entry.name());
        Json.put(content, "profession", entry.profession());
        Json.put(content, "phone", entry.phone());
        Json.put(content, "email", entry.email());
        Json.put(content, "address", entry.address());
        return keys.ofInstallation()
                .close(Json.bytes(content), place(entry.id(), entry.version().number()));
    }

    static String place(Id<AddressEntry> id, int version) {
        return Seal.boundPlace(Seal.place("address_entry", "content", id), version, List.of());
    }
}
