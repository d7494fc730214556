package org.stillpoint.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SortOrder;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.today.Standing;
import org.stillpoint.record.today.ToAsk;
import org.stillpoint.record.today.Today;
import org.stillpoint.record.work.Sight;

/** The practice at one glance, from the columns in which {@link Standings} keeps where each client stands. */
final class StoredToday implements Today {
    private static final Field<String> CLIENT = DSL.field(DSL.name("client", "id"), SQLDataType.VARCHAR);
    private static final Field<String> SESSION = DSL.field(DSL.name("session", "id"), SQLDataType.VARCHAR);
    private static final Field<String> OPEN_SESSION = SESSION.as("open_session");
    private static final List<Field<?>> COLUMNS = List.of(
            CLIENT,
            DSL.field(DSL.name("client", "version"), SQLDataType.INTEGER),
            Tables.WRAPPED_KEY,
            DSL.field(DSL.name("client", "content"), SQLDataType.BLOB),
            Tables.LAST_SESSION_AT,
            Tables.LAST_CHECK_IN_AT,
            Tables.CHECK_INS,
            Tables.WORSE,
            Tables.THERAPIST_ID,
            OPEN_SESSION);
    private static final Condition OPEN = Tables.IS_OPEN.eq(DSL.inline(1));
    private static final Condition IS_WORSE = Tables.WORSE.eq(DSL.inline(1));
    private static final Condition IS_FLAGGED =
            CLIENT.in(DSL.select(Tables.CLIENT_ID).from(Tables.RED_FLAG).where(Tables.IS_OPEN.eq(DSL.inline(1))));
    private static final Condition KEPT = Tables.WRAPPED_KEY.isNotNull();
    private static final Condition OF_CLIENT = Tables.CLIENT_ID.eq(CLIENT);

    /** All clients, each with the session that goes on, if one does. */
    private static final Table<Record> CLIENTS =
            Tables.CLIENT.leftJoin(Tables.SESSION).on(OF_CLIENT.and(OPEN));

    /** Clients of whom nothing was heard since a session, each with it. */
    private static final Table<Record> UNHEARD = Tables.CLIENT
            .join(Tables.SESSION)
            .on(OF_CLIENT.and(Tables.STARTED.eq(Tables.LAST_SESSION_AT)).and(Tables.ENDED.eq(Tables.UNHEARD_SINCE)));

    /** Those with a session that goes on. */
    private static final Table<Record> TREATED =
            Tables.SESSION.join(Tables.CLIENT).on(OF_CLIENT.and(OPEN));

    /**
     * Whose client it is, where those treated are asked for: not by an index, for few sessions go on and a therapist has thousands of clients.
     */
    private static final Field<String> WHOSE = DSL.coalesce(Tables.THERAPIST_ID, DSL.inline(""));

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
        return database.read(transaction ->
                new Counts(clients.count(), treated(transaction), sum(transaction, Tables.CLIENT, IS_WORSE)));
    }

    /** How many sessions go on: where everybody is seen, without a look at whose each one is. */
    private int treated(DSLContext transaction) {
        return database.sight() instanceof Sight.Everyone
                ? transaction.fetchCount(Tables.SESSION, OPEN)
                : sum(transaction, TREATED, OPEN);
    }

    /** How many rows there are of whom the actor sees: of all, or of those treated and those lent. */
    private int sum(DSLContext transaction, Table<Record> from, Condition which) {
        return seen(transaction, from).stream()
                .mapToInt(some -> transaction.fetchCount(from, which.and(some)))
                .sum();
    }

    /** Whom the actor sees, in parts that have nobody in common, each found by an index of its own. */
    private List<Condition> seen(DSLContext transaction, Table<Record> from) {
        Field<String> whose = from == TREATED ? WHOSE : Tables.THERAPIST_ID;
        return care.seen(transaction, account -> whose.eq(account.toString()), CLIENT);
    }

    @Override
    public List<Standing> listOpen(int atMost) {
        return ranked(TREATED, OPEN, Tables.STARTED, SortOrder.DESC, 0, atMost);
    }

    @Override
    public Optional<Standing> findRunning(Optional<Id<Account>> therapist) {
        Condition theirs = WHOSE.in(therapist.map(Id::toString).orElse(""), "");
        return ranked(TREATED, OPEN.and(theirs), Tables.STARTED, SortOrder.DESC, 0, 1).stream()
                .findFirst();
    }

    @Override
    public List<Standing> listWorse(int skip, int atMost) {
        return database.read(transaction -> {
            List<Standing> flagged = longestOpen(IS_FLAGGED, skip, atMost);
            if (flagged.size() == atMost) {
                return flagged;
            }
            int passed = skip == 0 ? 0 : Math.max(0, skip - sum(transaction, Tables.CLIENT, IS_WORSE.and(IS_FLAGGED)));
            List<Standing> others = longestOpen(DSL.not(IS_FLAGGED), passed, atMost - flagged.size());
            return Stream.concat(flagged.stream(), others.stream()).toList();
        });
    }

    private List<Standing> longestOpen(Condition which, int skip, int atMost) {
        return ranked(CLIENTS, IS_WORSE.and(which), Tables.OPEN_SINCE, SortOrder.ASC, skip, atMost);
    }

    @Override
    public List<ToAsk> listToAsk(Instant after, Instant until, int atMost) {
        Condition unheard = KEPT.and(Tables.IS_ARCHIVED.eq(DSL.inline(0)))
                .and(Tables.UNHEARD_SINCE.gt(after.toEpochMilli()))
                .and(Tables.UNHEARD_SINCE.le(until.toEpochMilli()));
        return database.read(transaction -> {
            List<ToAsk> found = new ArrayList<>();
            for (Condition some : seen(transaction, UNHEARD)) {
                transaction
                        .select(CLIENT, SESSION, Tables.UNHEARD_SINCE)
                        .from(UNHEARD)
                        .where(unheard.and(some))
                        .orderBy(Tables.UNHEARD_SINCE, SESSION)
                        .limit(atMost)
                        .forEach(row -> found.add(new ToAsk(
                                Id.of(row.value1()), Id.of(row.value2()), Instant.ofEpochMilli(row.value3()))));
            }
            return found.stream()
                    .sorted(Comparator.comparing(ToAsk::endedAt).thenComparing(ToAsk::session))
                    .limit(atMost)
                    .toList();
        });
    }

    @Override
    public List<Standing> listRecent(int atMost) {
        return ranked(
                CLIENTS, KEPT.and(Tables.IS_ARCHIVED.eq(DSL.inline(0))), Tables.SEEN_AT, SortOrder.DESC, 0, atMost);
    }

    /** Asked for by whoever runs the practice alone. */
    @Override
    public List<Standing> listSeenBefore(Instant before, int atMost) {
        return database.sight() instanceof Sight.Everyone
                ? ranked(
                        CLIENTS,
                        KEPT.and(Tables.SEEN_AT.lt(before.toEpochMilli())),
                        Tables.SEEN_AT,
                        SortOrder.ASC,
                        0,
                        atMost)
                : List.of();
    }

    /** The first of whom the actor sees, by their instants: of all, or of those treated and those lent. */
    private List<Standing> ranked(
            Table<Record> from, Condition which, Field<Long> when, SortOrder order, int skip, int atMost) {
        Comparator<Record> byInstant = Comparator.comparing((Record row) -> row.get(when));
        return database.read(transaction -> {
            List<Record> found = new ArrayList<>();
            for (Condition some : seen(transaction, from)) {
                found.addAll(transaction
                        .select(COLUMNS)
                        .select(when)
                        .from(from)
                        .where(which.and(some))
                        .orderBy(
                                when.sort(order),
                                CLIENT) // pages of those of one instant neither repeat nor miss anybody
                        .limit(skip + atMost)
                        .fetch());
            }
            return standings(found.stream()
                    .sorted((order == SortOrder.ASC ? byInstant : byInstant.reversed())
                            .thenComparing(row -> row.get(CLIENT)))
                    .skip(skip)
                    .limit(atMost));
        });
    }

    @Override
    public List<Standing> list(List<Id<Client>> wanted) {
        return database.read(transaction -> list(transaction, wanted));
    }

    private List<Standing> list(DSLContext transaction, List<Id<Client>> wanted) {
        Map<Id<Client>, Standing> found = new HashMap<>();
        for (List<Id<Client>> portion : Batch.portions(wanted)) {
            List<String> some = portion.stream().map(Id::toString).toList();
            standings(transaction
                            .select(COLUMNS)
                            .from(CLIENTS)
                            .where(CLIENT.in(some).and(KEPT))
                            .fetch()
                            .stream()
                            .filter(isSeen(transaction)))
                    .forEach(standing -> found.put(standing.client().id(), standing));
        }
        return wanted.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** Whether the actor sees the client of a row: of those asked for by name it costs no statement. */
    private Predicate<Record> isSeen(DSLContext transaction) {
        return switch (database.sight()) {
            case Sight.Nobody nobody -> row -> false;
            case Sight.Everyone everyone -> row -> true;
            case Sight.OwnClients own -> {
                Set<String> lent = Set.copyOf(care.listLent(transaction, own.account()));
                yield row ->
                        own.account().toString().equals(row.get(Tables.THERAPIST_ID)) || lent.contains(row.get(CLIENT));
            }
        };
    }

    private List<Standing> standings(Stream<Record> rows) {
        return rows.flatMap(row -> keeping.tryReading(row.get(CLIENT), () -> standing(row)).stream())
                .toList();
    }

    private Standing standing(Record row) {
        return new Standing(
                clients.read(row),
                Optional.ofNullable(row.get(OPEN_SESSION)).map(Id::of),
                instant(row.get(Tables.LAST_SESSION_AT)),
                instant(row.get(Tables.LAST_CHECK_IN_AT)),
                row.get(Tables.CHECK_INS),
                row.get(Tables.WORSE) == 1);
    }

    private static Optional<Instant> instant(@Nullable Long milliseconds) {
        return Optional.ofNullable(milliseconds).map(Instant::ofEpochMilli);
    }
}
