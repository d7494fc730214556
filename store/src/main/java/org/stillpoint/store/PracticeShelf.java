package org.stillpoint.store;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rows of one kind of entry that belongs to the practice and to no client, under the installation's key, each with its version.
 *
 * @param <T> the kind of entry
 */
final class PracticeShelf<T> {

    /**
     * How one kind of entry is written to a row and read back.
     *
     * @param <T> the kind of entry
     */
    interface PracticeForm<T> {
        Table<Record> table();

        /** What it is called in a message: "address". */
        String noun();

        Id<T> id(T entry);

        Version version(T entry);

        /** The same, as seen at another version. */
        T seenAt(T entry, Version seen);

        /** Everything but id and version. */
        ObjectNode write(T entry);

        T read(Id<T> id, JsonNode content, Version version);
    }

    private final Database database;
    private final Keys keys;
    private final PracticeForm<T> form;

    PracticeShelf(Database database, Keys keys, PracticeForm<T> form) {
        this.database = database;
        this.keys = keys;
        this.form = form;
    }

    /** @throws AlreadyThere if another is kept under its id; the very same again changes nothing */
    void add(T entry) {
        database.write(transaction -> {
            Optional<T> kept = find(transaction, form.id(entry));
            if (kept.isPresent()) {
                if (!kept.get().equals(entry)) {
                    throw new AlreadyThere(form.noun(), form.id(entry));
                }
                return 0;
            }
            return transaction
                    .insertInto(form.table())
                    .set(Tables.ID, form.id(entry).toString())
                    .set(Tables.VERSION, Version.FIRST.number())
                    .set(Tables.CONTENT, sealed(form.seenAt(entry, Version.FIRST)))
                    .execute();
        });
    }

    /**
     * @param wanted from what is kept (first) and what was changed (second) to what is to be kept
     * @return as it is kept now
     */
    T update(T changed, BinaryOperator<T> wanted) {
        return database.write(transaction -> {
            Id<T> id = form.id(changed);
            T kept = find(transaction, id).orElseThrow(() -> new NoSuchRecord(form.noun(), id));
            T next = form.seenAt(
                    wanted.apply(kept, changed), form.version(changed).next());
            int written = transaction
                    .update(form.table())
                    .set(Tables.VERSION, form.version(next).number())
                    .set(Tables.CONTENT, sealed(next))
                    .where(Tables.ID
                            .eq(id.toString())
                            .and(Tables.VERSION.eq(form.version(changed).number())))
                    .execute();
            if (written == 0) {
                throw new StaleRecord(id, form.version(changed), form.version(kept));
            }
            return next;
        });
    }

    Optional<T> find(Id<T> id) {
        return database.read(transaction -> find(transaction, id));
    }

    private Optional<T> find(DSLContext transaction, Id<T> id) {
        return read(transaction, Tables.ID.eq(id.toString())).stream().findFirst();
    }

    List<T> list(Comparator<T> order) {
        return database.read(transaction ->
                read(transaction, DSL.noCondition()).stream().sorted(order).toList());
    }

    private List<T> read(DSLContext transaction, Condition which) {
        return transaction
                .select(Tables.ID, Tables.VERSION, Tables.CONTENT)
                .from(form.table())
                .where(which)
                .fetch(this::read);
    }

    private T read(Record row) {
        Id<T> id = RecordForm.idIn(row);
        byte[] plain =
                keys.ofInstallation().open(row.get(Tables.CONTENT), place(form.table(), id, row.get(Tables.VERSION)));
        return form.read(id, Json.parse(plain), RecordForm.versionIn(row));
    }

    private byte[] sealed(T entry) {
        return keys.ofInstallation()
                .close(
                        Json.bytes(form.write(entry)),
                        place(form.table(), form.id(entry), form.version(entry).number()));
    }

    /** To what the ciphertext of a row is bound. */
    static String place(Table<Record> table, Id<?> id, int version) {
        return Seal.boundPlace(Seal.place(table.getName(), "content", id), version, List.of());
    }
}
