package org.stillpoint.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.BadValue;
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
    private final RecordForm<T> form;

    Shelf(Database database, Keys keys, RecordForm<T> form) {
        this.database = database;
        this.keys = keys;
        this.form = form;
        keys.sealed().shelved(form);
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

    /** Adds new records of one client in one go, all or none. */
    void addNew(Id<Client> client, List<T> values) {
        if (values.stream().anyMatch(value -> !form.client(value).equals(client))) {
            throw new BadValue("client", "of a " + form.noun(), "the client that it is added to");
        }
        database.write(transaction -> {
            Seal seal = keys.lockClient(transaction, client);
            insertNew(transaction, values, any -> seal);
            return values.size();
        });
    }

    /** Adds new records of clients who are locked, in one go. */
    void insertNew(DSLContext transaction, List<T> values, Function<Id<Client>, Seal> seals) {
        if (values.isEmpty()) {
            return;
        }
        Batch.requireNew(
                transaction,
                form.table(),
                form.noun(),
                values.stream().map(form::id).toList());
        Batch.insert(
                transaction,
                form.table(),
                values.stream()
                        .map(value -> row(seals.apply(form.client(value)), value))
                        .toList());
        form.written(transaction, values.stream().map(form::client).distinct().toList());
    }

    private int insert(DSLContext transaction, Seal seal, T value) {
        int inserted =
                transaction.insertInto(form.table()).set(row(seal, value)).execute();
        form.written(transaction, List.of(form.client(value)));
        return inserted;
    }

    /** All columns of a record that is new. */
    private Map<Field<?>, @Nullable Object> row(Seal seal, T value) {
        Map<Field<?>, @Nullable Object> row = new LinkedHashMap<>();
        row.put(Tables.ID, form.id(value).toString());
        row.put(Tables.CLIENT_ID, form.client(value).toString());
        row.putAll(sealed(seal, value, Version.FIRST));
        return row;
    }

    /** Version, what stands in the clear, and the ciphertext that is bound to both. */
    private Map<Field<?>, @Nullable Object> sealed(Seal seal, T value, Version version) {
        List<@Nullable Object> clear = form.clear(value);
        Map<Field<?>, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put(Tables.VERSION, version.number());
        for (int i = 0; i < clear.size(); i++) {
            columns.put(form.clearColumns().get(i), clear.get(i));
        }
        String place = Seal.boundPlace(place(form.client(value), form.id(value).toString()), version.number(), clear);
        columns.put(Tables.CONTENT, seal.close(Json.bytes(form.write(value)), place));
        return columns;
    }

    /** Writes a record anew where it stands, at the same version: what stands in the clear has changed, or how it is bound. */
    void reseal(DSLContext transaction, Seal seal, T value) {
        transaction
                .update(form.table())
                .set(sealed(seal, value, form.version(value)))
                .where(Tables.ID.eq(form.id(value).toString()))
                .execute();
    }

    /**
     * Replaces a record of the same client.
     *
     * @param changed carries the version the change rests on
     * @param keep from what is kept (first) and what is wanted (second) to what is to be kept
     */
    T replace(T changed, BinaryOperator<T> keep) {
        Id<T> id = form.id(changed);
        Version seen = form.version(changed);
        return database.write(transaction -> {
            Id<Client> client = form.client(changed);
            requireOf(transaction, client, id);
            Seal seal = keys.lockClient(transaction, client);
            T next = keep.apply(getUnchanged(transaction, id, seen), changed);
            transaction
                    .update(form.table())
                    .set(sealed(seal, next, seen.next()))
                    .where(Tables.ID.eq(id.toString()))
                    .execute();
            form.written(transaction, List.of(client));
            return get(transaction, id);
        });
    }

    /** Removes a record of this client. */
    void remove(Id<Client> client, Id<T> id, Version seen) {
        database.write(transaction -> {
            keys.lockClient(transaction, client);
            requireOf(transaction, client, id);
            getUnchanged(transaction, id, seen);
            int removed = transaction
                    .deleteFrom(form.table())
                    .where(Tables.ID.eq(id.toString()))
                    .execute();
            form.written(transaction, List.of(client));
            return removed;
        });
    }

    private void requireOf(DSLContext transaction, Id<Client> client, Id<T> id) {
        if (!clientOf(transaction, id).equals(client)) {
            throw new NoSuchRecord(form.noun(), id);
        }
    }

    /** The record under this id, where it is this client's. */
    Optional<T> find(Id<Client> client, Id<T> id) {
        return database.read(transaction -> find(transaction, id))
                .filter(kept -> form.client(kept).equals(client));
    }

    List<T> list(Id<Client> client, Comparator<T> order) {
        return database.read(transaction -> list(transaction, client, order));
    }

    /** Of all clients: for what there is little of. */
    List<T> listAll(Comparator<T> order) {
        return database.read(transaction -> list(transaction, DSL.trueCondition(), order));
    }

    List<T> list(DSLContext transaction, Id<Client> client, Comparator<T> order) {
        return list(transaction, Tables.CLIENT_ID.eq(client.toString()), order);
    }

    /** The records of these clients of which something holds that stands in the clear. */
    List<T> list(Collection<Id<Client>> clients, Condition which, Comparator<T> order) {
        return database.read(transaction -> list(
                transaction,
                Tables.CLIENT_ID.in(clients.stream().map(Id::toString).toList()).and(which),
                order));
    }

    private List<T> list(DSLContext transaction, Condition which, Comparator<T> order) {
        return transaction
                .select(columns())
                .from(form.table())
                .where(which)
                .fetch(row -> read(transaction, row))
                .stream()
                .sorted(order)
                .toList();
    }

    private List<Field<?>> columns() {
        List<Field<?>> columns = new ArrayList<>(List.of(Tables.ID, Tables.CLIENT_ID, Tables.VERSION, Tables.CONTENT));
        columns.addAll(form.clearColumns());
        return columns;
    }

    /** The client's newest record by its instant in the clear; among those of one millisecond the order decides. */
    Optional<T> findLatest(Id<Client> client, Comparator<T> order) {
        return database.read(transaction -> {
            Condition ofClient = Tables.CLIENT_ID.eq(client.toString());
            Select<Record1<Long>> newest =
                    DSL.select(DSL.max(Tables.AT)).from(form.table()).where(ofClient);
            return list(transaction, ofClient.and(Tables.AT.eq(newest)), order).reversed().stream()
                    .findFirst();
        });
    }

    int count(Id<Client> client) {
        return database.read(
                transaction -> transaction.fetchCount(form.table(), Tables.CLIENT_ID.eq(client.toString())));
    }

    Optional<T> find(DSLContext transaction, Id<T> id) {
        Record row = transaction
                .select(columns())
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
        List<@Nullable Object> clear = new ArrayList<>();
        form.clearColumns().forEach(column -> clear.add(row.get(column)));
        Id<Client> client = RecordForm.clientIn(row);
        String place = Seal.boundPlace(place(client, row.get(Tables.ID)), row.get(Tables.VERSION), clear);
        return open(transaction, row, place);
    }

    private T open(DSLContext transaction, Record row, String place) {
        byte[] plain = keys.ofClient(transaction, RecordForm.clientIn(row)).open(row.get(Tables.CONTENT), place);
        return form.read(row, Json.parse(plain));
    }

    /** Binds the client's records, as programs before schema 60 left them, to their versions and to what now stands in the clear. */
    void bind(DSLContext transaction, Seal seal, Id<Client> client) {
        transaction
                .select(columns())
                .from(form.table())
                .where(Tables.CLIENT_ID.eq(client.toString()))
                .fetch(row -> open(transaction, row, place(client, row.get(Tables.ID))))
                .forEach(value -> reseal(transaction, seal, value));
    }

    private String place(Id<Client> client, String id) {
        return Seal.place(form.table().getName(), "content", client, id);
    }
}
