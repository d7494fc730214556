package org.stillpoint.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.Record3;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.stillpoint.record.Id;
import org.stillpoint.record.Unreadable;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.client.Client;

/**
 * The entries of one table that are of clients whom the actor sees, picked and ordered by what stands in the clear: by their instant, the
 * earliest first.
 *
 * @param <T> an entry
 */
final class SeenRows<T> {
    private static final Comparator<Record3<String, String, Long>> ROWS_IN_TIME = Comparator.comparing(
                    (Record3<String, String, Long> row) -> row.value3())
            .thenComparing(row -> row.value1());

    private final Database database;
    private final StoredCare care;
    private final StoredKeeping keeping;
    private final Shelf<T> shelf;
    private final Table<Record> table;
    private final Comparator<T> inTime;

    /** @param table with the columns id, client and instant */
    SeenRows(
            Database database,
            StoredCare care,
            StoredKeeping keeping,
            Shelf<T> shelf,
            Table<Record> table,
            Comparator<T> inTime) {
        this.database = database;
        this.care = care;
        this.keeping = keeping;
        this.shelf = shelf;
        this.table = table;
        this.inTime = inTime;
    }

    List<T> list(Condition which, int atMost) {
        return database.read(transaction -> {
            List<Record3<String, String, Long>> rows = new ArrayList<>();
            for (Condition some : care.seen(transaction, SeenRows::ofTheirs, Tables.CLIENT_ID)) {
                rows.addAll(transaction
                        .select(Tables.ID, Tables.CLIENT_ID, Tables.AT)
                        .from(table)
                        .where(which.and(some))
                        .orderBy(Tables.AT, Tables.ID)
                        .limit(atMost)
                        .fetch());
            }
            return read(rows.stream().sorted(ROWS_IN_TIME).limit(atMost).toList());
        });
    }

    static Condition ofTheirs(Id<Account> account) {
        return Tables.CLIENT_ID.in(
                DSL.select(Tables.ID).from(Tables.CLIENT).where(Tables.THERAPIST_ID.eq(account.toString())));
    }

    /** Asked at once; where one cannot be read, one by one, so that it hides no other. */
    private List<T> read(List<Record3<String, String, Long>> rows) {
        List<T> found = new ArrayList<>();
        for (List<Record3<String, String, Long>> some : Batch.portions(rows)) {
            try {
                found.addAll(read(
                        some.stream().map(Record3::value1).toList(),
                        some.stream().map(row -> Id.<Client>of(row.value2())).collect(Collectors.toSet())));
            } catch (Unreadable damaged) {
                some.forEach(row -> keeping.tryReading(
                                row.value2(), () -> read(List.of(row.value1()), Set.of(Id.of(row.value2()))))
                        .ifPresent(found::addAll));
            }
        }
        return found.stream().sorted(inTime).toList();
    }

    private List<T> read(List<String> ids, Set<Id<Client>> clients) {
        return shelf.list(clients, Tables.ID.in(ids), inTime);
    }
}
