package org.stillpoint.store;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;

/** Many rows of one table, written or asked for together. */
final class Batch {
    /** SQLite takes 32,766 values in one statement and PostgreSQL 65,535 (their own limits); own choice, 2026: far below both. */
    private static final int AT_ONCE = 1_000;

    private Batch() {}

    /** Portions of a list, in its order, each of which one statement can hold. */
    static <T> List<List<T>> portions(List<T> all) {
        return all.stream().gather(Gatherers.windowFixed(AT_ONCE)).toList();
    }

    /** Inserts rows that all have the same columns in the same order. */
    static void insert(DSLContext transaction, Table<Record> table, List<Map<Field<?>, @Nullable Object>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<Field<?>> columns = List.copyOf(rows.getFirst().keySet());
        BatchBindStep batch = transaction.batch(
                transaction.insertInto(table, columns).values(Collections.nCopies(columns.size(), (Object) null)));
        for (Map<Field<?>, @Nullable Object> row : rows) {
            batch = batch.bind(row.values().toArray());
        }
        batch.execute();
    }

    /** @throws AlreadyThere if the table has a row under one of the ids */
    static <T> void requireNew(DSLContext transaction, Table<Record> table, String noun, List<Id<T>> ids) {
        for (List<Id<T>> some : portions(ids)) {
            transaction
                    .select(Tables.ID)
                    .from(table)
                    .where(Tables.ID.in(some.stream().map(Id::toString).toList()))
                    .limit(1)
                    .fetchOptional(Tables.ID)
                    .ifPresent(known -> {
                        throw new AlreadyThere(noun, Id.of(known));
                    });
        }
    }
}
