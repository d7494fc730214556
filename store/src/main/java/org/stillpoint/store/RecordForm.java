package org.stillpoint.store;

import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How one kind of record that belongs to a client is written to a row and read back.
 *
 * @param <T> the kind of record
 */
interface RecordForm<T> {
    Table<Record> table();

    /** What it is called in a message: "check-in". */
    String noun();

    Id<T> id(T value);

    Id<Client> client(T value);

    /** Everything but id, client and version. */
    ObjectNode write(T value);

    T read(Record row, JsonNode content);

    Version version(T value);

    /** The columns that stand in the clear beside the ciphertext, which is bound to them; {@link #read} finds them in its row. */
    default List<Field<?>> clearColumns() {
        return List.of();
    }

    /** What stands in the clear, in the order of {@link #clearColumns}. */
    default List<@Nullable Object> clear(T value) {
        return List.of();
    }

    /** What else the database keeps up to date when records of these clients were written. */
    default void written(DSLContext transaction, Collection<Id<Client>> clients) {}

    static <T> Id<T> idIn(Record row) {
        return Id.of(row.get(Tables.ID));
    }

    static Id<Client> clientIn(Record row) {
        return Id.of(row.get(Tables.CLIENT_ID));
    }

    static Version versionIn(Record row) {
        return new Version(row.get(Tables.VERSION));
    }
}
