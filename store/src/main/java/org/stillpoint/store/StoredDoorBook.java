package org.stillpoint.store;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.stillpoint.record.signin.DoorBook;

/** The book at the door, under keyed hashes. Rows are locked in the order of their names, so that no two servers wait for each other. */
final class StoredDoorBook implements DoorBook {
    /** Beyond it the oldest tries are forgotten first, so that no flood fills the disk; own choice, 2026. */
    private static final int MOST_TRIES = 10_000;

    private static final Duration BETWEEN_CLEARINGS = Duration.ofMinutes(1); // own choice, 2026
    private static final Condition COUNTS = Tables.IS_ONCE.eq(DSL.inline(0));

    private final Database database;
    private final Keys keys;
    private final AtomicReference<Instant> cleared = new AtomicReference<>(Instant.MIN);

    StoredDoorBook(Database database, Keys keys) {
        this.database = database;
        this.keys = keys;
    }

    @Override
    public byte[] key(String purpose) {
        return keys.digest(Seal.place(Tables.DOOR_BOOK.getName(), "key", purpose));
    }

    private String hash(String kind, String name) {
        return HexFormat.of().formatHex(keys.digest(Seal.place(Tables.DOOR_BOOK.getName(), kind, name)));
    }

    @Override
    public boolean isFirst(String shown, Instant until, Instant now) {
        clearWhereDue(now);
        String name = hash("shown", shown);
        return database.write(transaction -> {
                    transaction
                            .deleteFrom(Tables.DOOR_BOOK)
                            .where(Tables.DOOR_NAME.eq(name).and(Tables.UNTIL_AT.le(now.toEpochMilli())))
                            .execute();
                    return transaction
                            .insertInto(Tables.DOOR_BOOK)
                            .set(Tables.DOOR_NAME, name)
                            .set(Tables.IS_ONCE, 1)
                            .set(Tables.TRIES, 1)
                            .set(Tables.AT, now.toEpochMilli())
                            .set(Tables.UNTIL_AT, until.toEpochMilli())
                            .onConflictDoNothing()
                            .execute();
                })
                == 1;
    }

    @Override
    public <T> T count(Set<String> names, Instant now, Function<Map<String, Tries>, T> counting) {
        clearWhereDue(now);
        Map<String, String> byHash = new TreeMap<>();
        names.forEach(name -> byHash.put(hash("tries", name), name));
        return database.write(transaction -> {
            Map<String, Tries> kept = locked(transaction, byHash, now);
            Map<String, Tries> counted = new HashMap<>(kept);
            T answer = counting.apply(counted);
            byHash.forEach((hash, name) -> {
                Tries tries = counted.get(name);
                if (tries == null) {
                    transaction
                            .deleteFrom(Tables.DOOR_BOOK)
                            .where(Tables.DOOR_NAME.eq(hash))
                            .execute();
                } else if (!tries.equals(kept.get(name))) {
                    write(transaction, hash, tries);
                }
            });
            return answer;
        });
    }

    /** Where rows are locked one by one, those that are missing are made first: what is not there nobody can lock. */
    private Map<String, Tries> locked(DSLContext transaction, Map<String, String> byHash, Instant now) {
        if (database.locksRows()) {
            byHash.keySet()
                    .forEach(hash -> transaction
                            .insertInto(Tables.DOOR_BOOK)
                            .set(Tables.DOOR_NAME, hash)
                            .set(Tables.IS_ONCE, 0)
                            .set(Tables.TRIES, 0)
                            .set(Tables.AT, now.toEpochMilli())
                            .set(Tables.UNTIL_AT, now.toEpochMilli())
                            .onConflictDoNothing()
                            .execute());
        }
        SelectConditionStep<? extends Record> rows = transaction
                .select(Tables.DOOR_NAME, Tables.TRIES, Tables.AT, Tables.UNTIL_AT)
                .from(Tables.DOOR_BOOK)
                .where(Tables.DOOR_NAME.in(byHash.keySet()));
        var ordered = rows.orderBy(Tables.DOOR_NAME);
        Map<String, Tries> kept = new HashMap<>();
        for (Record row : database.locksRows() ? ordered.forUpdate().fetch() : ordered.fetch()) {
            if (row.get(Tables.TRIES) > 0 && row.get(Tables.UNTIL_AT) > now.toEpochMilli()) {
                kept.put(
                        Objects.requireNonNull(byHash.get(row.get(Tables.DOOR_NAME))),
                        new Tries(row.get(Tables.TRIES), Instant.ofEpochMilli(row.get(Tables.AT))));
            }
        }
        return kept;
    }

    private static void write(DSLContext transaction, String hash, Tries tries) {
        long at = tries.last().toEpochMilli();
        long until = tries.last().plus(COUNTED_FOR).toEpochMilli();
        transaction
                .insertInto(Tables.DOOR_BOOK)
                .set(Tables.DOOR_NAME, hash)
                .set(Tables.IS_ONCE, 0)
                .set(Tables.TRIES, tries.count())
                .set(Tables.AT, at)
                .set(Tables.UNTIL_AT, until)
                .onConflict(Tables.DOOR_NAME)
                .doUpdate()
                .set(Tables.TRIES, tries.count())
                .set(Tables.AT, at)
                .set(Tables.UNTIL_AT, until)
                .execute();
    }

    @Override
    public void putBy(String name, byte[] sealed, Instant until, Instant now) {
        clearWhereDue(now);
        database.write(transaction -> transaction
                .insertInto(Tables.PUT_BY)
                .set(Tables.DOOR_NAME, hash("put by", name))
                .set(Tables.UNTIL_AT, until.toEpochMilli())
                .set(Tables.CONTENT, sealed)
                .onConflict(Tables.DOOR_NAME)
                .doUpdate()
                .set(Tables.UNTIL_AT, until.toEpochMilli())
                .set(Tables.CONTENT, sealed)
                .execute());
    }

    @Override
    public Optional<byte[]> findPutBy(String name, Instant now) {
        return database.readOnce(connection -> connection
                .select(Tables.CONTENT)
                .from(Tables.PUT_BY)
                .where(Tables.DOOR_NAME.eq(hash("put by", name)).and(Tables.UNTIL_AT.gt(now.toEpochMilli())))
                .fetchOptional(Tables.CONTENT));
    }

    /** What is over, and of the tries the oldest where there are too many. */
    private void clearWhereDue(Instant now) {
        Instant last = cleared.get();
        if (last.plus(BETWEEN_CLEARINGS).isAfter(now) || !cleared.compareAndSet(last, now)) {
            return;
        }
        database.write(transaction -> {
            if (database.locksRows()) { // in no order of names: nobody else holds any meanwhile
                transaction.execute("lock table " + Tables.DOOR_BOOK.getName() + " in exclusive mode");
            }
            int over = transaction
                    .deleteFrom(Tables.DOOR_BOOK)
                    .where(Tables.UNTIL_AT.le(now.toEpochMilli()))
                    .execute();
            return over
                    + transaction
                            .deleteFrom(Tables.PUT_BY)
                            .where(Tables.UNTIL_AT.le(now.toEpochMilli()))
                            .execute()
                    + transaction
                            .select(Tables.UNTIL_AT)
                            .from(Tables.DOOR_BOOK)
                            .where(COUNTS)
                            .orderBy(Tables.UNTIL_AT.desc())
                            .limit(1)
                            .offset(MOST_TRIES)
                            .fetchOptional(Tables.UNTIL_AT)
                            .map(oldest -> transaction
                                    .deleteFrom(Tables.DOOR_BOOK)
                                    .where(COUNTS.and(Tables.UNTIL_AT.le(oldest)))
                                    .execute())
                            .orElse(0);
        });
    }
}
