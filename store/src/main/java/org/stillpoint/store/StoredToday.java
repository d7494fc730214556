package org.stillpoint.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.SortField;
import org.jooq.SortOrder;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.today.Standing;
import org.stillpoint.record.today.Today;
import org.stillpoint.record.work.Sight;

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
            Tables.WORSE,
            Tables.THERAPIST_ID);
    private static final Field<String> THEIR_THERAPIST =
            DSL.field(DSL.name("client", "therapist_id"), SQLDataType.VARCHAR);
    private static final Condition OPEN = Tables.IS_OPEN.eq(DSL.inline(1));
    private static final Condition IS_WORSE = Tables.WORSE.eq(DSL.inline(1));

    private final Database database;
    private final StoredClients clients;
    private final StoredCare care;
    private final StoredKeeping keeping;

    StoredToday(Database database, StoredClients clients, StoredCare care, StoredKeeping keeping) {
        this.care = care;
        this.keeping = keeping;
        this.database = database;
        this.clients = clients;
    }

    @Override
    public Counts count() {
        return database.read(transaction -> new Counts(
                clients.count(),
                sum(transaction, Tables.SESSION, OPEN, StoredToday::isTreated, Tables.CLIENT_ID),
                sum(transaction, Tables.CLIENT, IS_WORSE, Tables.THERAPIST_ID::eq, Tables.ID)));
    }

    /** How many rows there are of whom the actor sees: of all, or of those treated and those lent. */
    private int sum(
            DSLContext transaction,
            Table<Record> table,
            Condition which,
            Function<String, Condition> treated,
            Field<String> client) {
        return switch (database.sight()) {
            case Sight.Nobody nobody -> 0;
            case Sight.Everyone everyone -> transaction.fetchCount(table, which);
            case Sight.OwnClients own -> {
                int all = transaction.fetchCount(
                        table, which.and(treated.apply(own.account().toString())));
                for (List<String> some : portions(care.listLent(transaction, own.account()))) {
                    all += transaction.fetchCount(table, which.and(client.in(some)));
                }
                yield all;
            }
        };
    }

    private static Condition isTreated(String therapist) {
        return isOfClient(THEIR_THERAPIST.eq(therapist));
    }

    /** Of a session: whether its client is one of these. */
    private static Condition isOfClient(Condition which) {
        Field<String> id = DSL.field(DSL.name("client", "id"), SQLDataType.VARCHAR);
        Field<String> session = DSL.field(DSL.name("session", "client_id"), SQLDataType.VARCHAR);
        return DSL.exists(
                DSL.selectOne().from(Tables.CLIENT).where(id.eq(session).and(which)));
    }

    @Override
    public List<Standing> listOpen(int atMost) {
        return latest(Tables.SESSION, OPEN, StoredToday::isTreated, Tables.CLIENT_ID, Tables.STARTED, atMost);
    }

    @Override
    public Optional<Standing> findRunning(Optional<Id<Account>> therapist) {
        Condition theirs = therapist
                .map(one -> THEIR_THERAPIST.eq(one.toString()))
                .orElseGet(DSL::falseCondition)
                .or(THEIR_THERAPIST.isNull());
        return latest(
                        Tables.SESSION,
                        OPEN.and(isOfClient(theirs)),
                        StoredToday::isTreated,
                        Tables.CLIENT_ID,
                        Tables.STARTED,
                        1)
                .stream()
                .findFirst();
    }

    @Override
    public List<Standing> listWorse(int skip, int atMost) {
        return ranked(
                Tables.CLIENT,
                IS_WORSE,
                Tables.THERAPIST_ID::eq,
                Tables.ID,
                Tables.OPEN_SINCE,
                SortOrder.ASC,
                skip,
                atMost);
    }

    @Override
    public List<Standing> listRecent(int atMost) {
        Condition kept = Tables.WRAPPED_KEY.isNotNull().and(Tables.IS_ARCHIVED.eq(DSL.inline(0)));
        return latest(Tables.CLIENT, kept, Tables.THERAPIST_ID::eq, Tables.ID, Tables.SEEN_AT, atMost);
    }

    /** Asked for by whoever runs the practice alone. */
    @Override
    public List<Standing> listSeenBefore(Instant before, int atMost) {
        if (!(database.sight() instanceof Sight.Everyone)) {
            return List.of();
        }
        return database.read(transaction -> list(
                transaction,
                transaction
                        .select(Tables.ID)
                        .from(Tables.CLIENT)
                        .where(Tables.WRAPPED_KEY.isNotNull().and(Tables.SEEN_AT.lt(before.toEpochMilli())))
                        .orderBy(Tables.SEEN_AT.asc())
                        .limit(atMost)
                        .fetch(row -> row.value1())
                        .stream()
                        .flatMap(id -> keeping.tryReading(id, () -> Id.<Client>of(id)).stream())
                        .toList()));
    }

    private List<Standing> latest(
            Table<Record> table,
            Condition which,
            Function<String, Condition> treated,
            Field<String> client,
            Field<Long> when,
            int atMost) {
        return ranked(table, which, treated, client, when, SortOrder.DESC, 0, atMost);
    }

    /**
     * The first of whom the actor sees, by their instants: of all, or of those treated and those lent, each by an index of its own.
     */
    private List<Standing> ranked(
            Table<Record> table,
            Condition which,
            Function<String, Condition> treated,
            Field<String> client,
            Field<Long> when,
            SortOrder order,
            int skip,
            int atMost) {
        int upTo = skip + atMost;
        Comparator<Record2<String, Long>> byInstant = Comparator.comparing((Record2<String, Long> row) -> row.value2());
        return database.read(transaction -> {
            List<Record2<String, Long>> found = new ArrayList<>();
            switch (database.sight()) {
                case Sight.Nobody nobody -> {}
                case Sight.Everyone everyone ->
                    found.addAll(first(transaction, table, which, client, when.sort(order), when, upTo));
                case Sight.OwnClients own -> {
                    String therapist = own.account().toString();
                    found.addAll(first(
                            transaction,
                            table,
                            which.and(treated.apply(therapist)),
                            client,
                            when.sort(order),
                            when,
                            upTo));
                    for (List<String> some : portions(care.listLent(transaction, own.account()))) {
                        found.addAll(first(
                                transaction, table, which.and(client.in(some)), client, when.sort(order), when, upTo));
                    }
                }
            }
            return list(
                    transaction,
                    found.stream()
                            .sorted((order == SortOrder.ASC ? byInstant : byInstant.reversed())
                                    .thenComparing(row -> row.value1()))
                            .skip(skip)
                            .limit(atMost)
                            .flatMap(
                                    row -> keeping.tryReading(row.value1(), () -> Id.<Client>of(row.value1())).stream())
                            .toList());
        });
    }

    private static List<Record2<String, Long>> first(
            DSLContext transaction,
            Table<Record> table,
            Condition which,
            Field<String> client,
            SortField<Long> order,
            Field<Long> when,
            int atMost) {
        return transaction
                .select(client, when)
                .from(table)
                .where(which)
                .orderBy(order, client) // pages of those of one instant neither repeat nor miss anybody
                .limit(atMost)
                .fetch();
    }

    private static <T> List<List<T>> portions(List<T> all) {
        List<List<T>> portions = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            portions.add(all.subList(from, Math.min(from + AT_ONCE, all.size())));
        }
        return portions;
    }

    @Override
    public List<Standing> list(List<Id<Client>> wanted) {
        return database.read(transaction -> list(transaction, wanted));
    }

    private List<Standing> list(DSLContext transaction, List<Id<Client>> wanted) {
        Map<Id<Client>, Standing> found = new LinkedHashMap<>();
        for (List<Id<Client>> portion : portions(wanted)) {
            List<String> some = portion.stream().map(Id::toString).toList();
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

    /** Whether the actor sees the client of a row. */
    private Predicate<Record> seen(DSLContext transaction) {
        return switch (database.sight()) {
            case Sight.Nobody nobody -> row -> false;
            case Sight.Everyone everyone -> row -> true;
            case Sight.OwnClients own -> {
                Set<String> lent = Set.copyOf(care.listLent(transaction, own.account()));
                yield row -> own.account().toString().equals(row.get(Tables.THERAPIST_ID))
                        || lent.contains(row.get(Tables.ID));
            }
        };
    }

    private List<Standing> standings(DSLContext transaction, List<Record> rows) {
        Map<String, String> open = transaction
                .select(Tables.CLIENT_ID, Tables.ID)
                .from(Tables.SESSION)
                .where(OPEN.and(Tables.CLIENT_ID.in(
                        rows.stream().map(row -> row.get(Tables.ID)).toList())))
                .fetch()
                .stream()
                .collect(Collectors.toMap(row -> row.get(Tables.CLIENT_ID), row -> row.get(Tables.ID)));
        return rows.stream()
                .filter(seen(transaction))
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
