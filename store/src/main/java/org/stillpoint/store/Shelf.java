package org.stillpoint.store;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;

/**
 * The rows of one kind of record that belongs to a client.
 *
 * @param <T> the kind of record
 */
final class Shelf<T> {
    private final Database database;
    private final Keys keys;
    private final Form<T> form;

    Shelf(Database database, Keys keys, Form<T> form) {
        this.database = database;
        this.keys = keys;
        this.form = form;
    }

    /**
     * Adds a record, unless the very same is there.
     *
     * @param same whether what is kept (first) is what is to be added (second)
     * @param rule throws if the record may not be added; asked within the transaction
     */
    void add(T value, BiPredicate<T, T> same, Consumer<DSLContext> rule) {
        database.write(transaction -> {
            Seal seal = keys.lockClient(transaction, form.client(value));
            Optional<T> kept = find(transaction, form.id(value));
            if (kept.isPresent()) {
                if (!same.test(kept.get(), value)) {
                    throw new AlreadyThere(form.noun(), form.id(value));
                }
                return 0;
            }
            rule.accept(transaction);
            return insert(transaction, seal, value);
        });
    }

    /**
     * Adds several records of one client, all or none.
     *
     * @param missing from what is kept to what is to be added; may refuse
     * @return how many were added
     */
    int addAll(Id<Client> client, Function<List<T>, List<T>> missing) {
        return database.write(transaction -> {
            Seal seal = keys.lockClient(transaction, client);
            return missing.apply(list(transaction, client, Comparator.comparing(form::id))).stream()
                    .mapToInt(value -> insert(transaction, seal, value))
                    .sum();
        });
    }

    private int insert(DSLContext transaction, Seal seal, T value) {
        return transaction
                .insertInto(form.table())
                .set(Tables.ID, form.id(value).toString())
                .set(Tables.CLIENT_ID, form.client(value).toString())
                .set(Tables.VERSION, Version.FIRST.number())
                .set(Tables.CONTENT, seal.close(Json.bytes(form.write(value)), place(form.client(value), value)))
                .execute();
    }

    /**
     * Replaces a record.
     *
     * @param seen the version the change rests on
     * @param change from what is kept to what is to be kept; may refuse
     */
    T replace(Id<T> id, Version seen, UnaryOperator<T> change) {
        return database.write(transaction -> {
            Id<Client> client = clientOf(transaction, id);
            Seal seal = keys.lockClient(transaction, client);
            T changed = change.apply(getUnchanged(transaction, id, seen));
            transaction
                    .update(form.table())
                    .set(Tables.VERSION, seen.next().number())
                    .set(Tables.CONTENT, seal.close(Json.bytes(form.write(changed)), place(client, changed)))
                    .where(Tables.ID.eq(id.toString()))
                    .execute();
            return get(transaction, id);
        });
    }

    /**
     * Removes a record.
     *
     * @param rule throws if it may not be removed
     */
    void remove(Id<T> id, Version seen, Consumer<T> rule) {
        database.write(transaction -> {
            keys.lockClient(transaction, clientOf(transaction, id));
            rule.accept(getUnchanged(transaction, id, seen));
            return transaction
                    .deleteFrom(form.table())
                    .where(Tables.ID.eq(id.toString()))
                    .execute();
        });
    }

    /** Removes a record of this client. */
    void remove(Id<Client> client, Id<T> id, Version seen, Consumer<T> rule) {
        database.write(transaction -> {
            requireOf(transaction, client, id);
            remove(id, seen, rule);
            return id;
        });
    }

    private void requireOf(DSLContext transaction, Id<Client> client, Id<T> id) {
        if (!clientOf(transaction, id).equals(client)) {
            throw new NoSuchRecord(form.noun(), id);
        }
    }

    Optional<T> find(Id<T> id) {
        return database.read(transaction -> find(transaction, id));
    }

    T get(Id<T> id) {
        return database.read(transaction -> get(transaction, id));
    }

    List<T> list(Id<Client> client, Comparator<T> order) {
        return database.read(transaction -> list(transaction, client, order));
    }

    List<T> list(DSLContext transaction, Id<Client> client, Comparator<T> order) {
        return transaction
                .select(form.columns())
                .from(form.table())
                .where(Tables.CLIENT_ID.eq(client.toString()))
                .fetch(row -> read(transaction, row))
                .stream()
                .sorted(order)
                .toList();
    }

    Optional<T> find(DSLContext transaction, Id<T> id) {
        Record row = transaction
                .select(form.columns())
                .from(form.table())
                .where(Tables.ID.eq(id.toString()))
                .fetchOne();
        return row == null ? Optional.empty() : Optional.of(read(transaction, row));
    }

    T get(DSLContext transaction, Id<T> id) {
        return find(transaction, id).orElseThrow(() -> new NoSuchRecord(form.noun(), id));
    }

    private T getUnchanged(DSLContext transaction, Id<T> id, Version seen) {
        Integer found = transaction
                .select(Tables.VERSION)
                .from(form.table())
                .where(Tables.ID.eq(id.toString()))
                .fetchOne(Tables.VERSION);
        if (found == null) {
            throw new NoSuchRecord(form.noun(), id);
        }
        if (found != seen.number()) {
            throw new StaleRecord(id, seen, new Version(found));
        }
        return get(transaction, id);
    }

    private Id<Client> clientOf(DSLContext transaction, Id<T> id) {
        @Nullable
        String client = transaction
                .select(Tables.CLIENT_ID)
                .from(form.table())
                .where(Tables.ID.eq(id.toString()))
                .fetchOne(Tables.CLIENT_ID);
        if (client == null) {
            throw new NoSuchRecord(form.noun(), id);
        }
        return Id.of(client);
    }

    private T read(DSLContext transaction, Record row) {
        Id<Client> client = Form.clientIn(row);
        byte[] plain =
                keys.ofClient(transaction, client).open(row.get(Tables.CONTENT), place(client, row.get(Tables.ID)));
        return form.read(row, Json.parse(plain));
    }

    private String place(Id<Client> client, T value) {
        return place(client, form.id(value).toString());
    }

    private String place(Id<Client> client, String id) {
        return Seal.place(form.table().getName(), "content", client, id);
    }
}
