package org.stillpoint.store;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.today.Standing;
import org.stillpoint.record.today.Today;

/** The practice at one glance, from the columns in which {@link Standings} keeps where each client stands. */
final class StoredToday implements Today {
    private static final int AT_ONCE = 500; // below every database's bound on parameters
    private static final List<Field<?>> COLUMNS = List.of(
            Tables.ID,
            Tables.VERSION,
            Tables.WRAPPED_KEY,
            Tables.CONTENT,
            Tables.LAST_SESSION_AT,
            Tables.LAST_CHECK_IN_AT,
            Tables.CHECK_INS,
            Tables.WORSE);

    private final Database database;
    private final StoredClients clients;
    private final StoredKeeping keeping;

    StoredToday(Database database, StoredClients clients, StoredKeeping keeping) {
        this.keeping = keeping;
        this.database = database;
        this.clients = clients;
    }

    @Override
    public Counts count() {
        return database.read(transaction -> new Counts(
                clients.count(),
                transaction.fetchCount(Tables.SESSION, Tables.IS_OPEN.eq(DSL.inline(1))),
                transaction.fetchCount(Tables.CLIENT, Tables.WORSE.eq(DSL.inline(1)))));
    }

    @Override
    public List<Standing> listOpen(int atMost) {
        return database.read(transaction -> list(
                transaction,
                transaction
                        .select(Tables.CLIENT_ID)
                        .from(Tables.SESSION)
                        .where(Tables.IS_OPEN.eq(DSL.inline(1)))
                        .orderBy(Tables.STARTED.desc())
                        .limit(atMost)
                        .fetch(row -> row.value1())
                        .stream()
                        .flatMap(id -> keeping.tryReading(id, () -> Id.<Client>of(id)).stream())
                        .toList()));
    }

    @Override
    public List<Standing> listWorse(int atMost) {
        return list(Tables.WORSE.eq(DSL.inline(1)), Tables.LAST_CHECK_IN_AT.desc(), atMost);
    }

    @Override
    public List<Standing> listRecent(int atMost) {
        return list(Tables.WRAPPED_KEY.isNotNull(), Tables.SEEN_AT.desc(), atMost);
    }

    private List<Standing> list(Condition which, SortField<?> order, int atMost) {
        return database.read(transaction -> standings(
                transaction,
                List.copyOf(transaction
                        .select(COLUMNS)
                        .from(Tables.CLIENT)
                        .where(which)
                        .orderBy(order)
                        .limit(atMost)
                        .fetch())));
    }

    @Override
    public List<Standing> list(List<Id<Client>> wanted) {
        return database.read(transaction -> list(transaction, wanted));
    }

    private List<Standing> list(DSLContext transaction, List<Id<Client>> wanted) {
        Map<Id<Client>, Standing> found = new LinkedHashMap<>();
        for (int from = 0; from < wanted.size(); from += AT_ONCE) {
            List<String> some = wanted.subList(from, Math.min(from + AT_ONCE, wanted.size())).stream()
                    .map(Id::toString)
                    .toList();
            standings(
                            transaction,
                            List.copyOf(transaction
                                    .select(COLUMNS)
                                    .from(Tables.CLIENT)
                                    .where(Tables.ID.in(some).and(Tables.WRAPPED_KEY.isNotNull()))
                                    .fetch()))
                    .forEach(standing -> found.put(standing.client().id(), standing));
        }
        return wanted.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private List<Standing> standings(DSLContext transaction, List<Record> rows) {
        Map<String, String> open = transaction
                .select(Tables.CLIENT_ID, Tables.ID)
                .from(Tables.SESSION)
                .where(Tables.IS_OPEN
                        .eq(DSL.inline(1))
                        .and(Tables.CLIENT_ID.in(
                                rows.stream().map(row -> row.get(Tables.ID)).toList())))
                .fetch()
                .stream()
                .collect(Collectors.toMap(row -> row.get(Tables.CLIENT_ID), row -> row.get(Tables.ID)));
        return rows.stream()
                .flatMap(row -> keeping
                        .tryReading(
                                row.get(Tables.ID),
                                () -> standing(row, Optional.ofNullable(open.get(row.get(Tables.ID)))))
                        .stream())
                .toList();
    }

    private Standing standing(Record row, Optional<String> open) {
        return new Standing(
                clients.read(row),
                open.map(Id::of),
                instant(row.get(Tables.LAST_SESSION_AT)),
                instant(row.get(Tables.LAST_CHECK_IN_AT)),
                row.get(Tables.CHECK_INS),
                row.get(Tables.WORSE) == 1);
    }

    private static Optional<Instant> instant(@Nullable Long milliseconds) {
        return Optional.ofNullable(milliseconds).map(Instant::ofEpochMilli);
    }
}
