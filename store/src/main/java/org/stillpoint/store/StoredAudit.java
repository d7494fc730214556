package org.stillpoint.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.ledger.Verification;
import org.stillpoint.record.ledger.Verification.Fault;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Audit;
import org.stillpoint.record.work.AuditEntry;

/**
 * The account. What was done is written with it; what was read waits in memory, at most {@link #WAITS} long, for the next write, so
 * that no reading waits for the disk. Only a crash loses what waits.
 */
final class StoredAudit implements Audit, AutoCloseable {
    /** Own choice, 2026: what a crash may cost of the account of readings. */
    static final Duration WAITS = Duration.ofSeconds(1);

    private static final int AT_MOST_WAITING =
            1_000; // own choice, 2026: beyond it, readings wait for the disk after all
    private static final int READ_AT_ONCE = 1_000;

    private final Database database;
    private final Chain chain;
    private final HighWater highWater;
    private final Clock clock;
    private final Deque<AuditEntry> waiting = new ArrayDeque<>();
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("stillpoint-audit").factory());

    StoredAudit(Database database, Keys keys, HighWater highWater, Clock clock) {
        this.clock = clock;
        this.database = database;
        this.highWater = highWater;
        this.chain = new Chain(database, keys, Tables.AUDIT, Tables.AUDIT_HEAD);
        writer.scheduleWithFixedDelay(this::tryToFlush, WAITS.toMillis(), WAITS.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Adds an entry, and before it what waits, as part of the transaction. */
    void append(DSLContext transaction, AuditEntry entry) {
        List<AuditEntry> entries = takeWaiting();
        database.onceUndone(() -> putBack(entries));
        List<AuditEntry> all = new ArrayList<>(entries);
        all.add(entry);
        append(transaction, all);
    }

    private void append(DSLContext transaction, List<AuditEntry> entries) {
        chain.lock(transaction);
        Optional<AuditRow> last = transaction
                .select(AuditRow.COLUMNS)
                .from(Tables.AUDIT)
                .orderBy(Tables.AUDIT_NUMBER.desc())
                .limit(1)
                .fetchOptional()
                .map(AuditRow::of);
        List<Query> all = new ArrayList<>(); // sent together: one answer of the database, however many they are
        for (AuditEntry entry : entries) {
            AuditRow row = AuditRow.next(entry, last);
            all.add(row.insert(transaction));
            last = Optional.of(row);
        }
        last.ifPresent(row -> {
            all.add(chain.head(transaction, row.number(), row.hash()));
            transaction.batch(all).execute();
            database.onceKept(() -> highWater.reached(row.number(), row.hash(), Instant.ofEpochMilli(row.at())));
        });
    }

    /** Adds an entry soon. */
    void appendSoon(AuditEntry entry) {
        boolean full;
        synchronized (waiting) {
            waiting.addLast(entry);
            full = waiting.size() >= AT_MOST_WAITING || writer.isShutdown();
        }
        if (full) {
            flush();
        }
    }

    private List<AuditEntry> takeWaiting() {
        synchronized (waiting) {
            List<AuditEntry> all = List.copyOf(waiting);
            waiting.clear();
            return all;
        }
    }

    private void putBack(List<AuditEntry> entries) {
        synchronized (waiting) {
            entries.reversed().forEach(waiting::addFirst);
        }
    }

    private void flush() {
        List<AuditEntry> entries = takeWaiting();
        if (!entries.isEmpty()) {
            database.write(transaction -> {
                database.onceUndone(() -> putBack(entries));
                append(transaction, entries);
                return entries.size();
            });
        }
    }

    /** What cannot be written now goes on waiting; whoever reads beyond the bound is told. */
    private void tryToFlush() {
        try {
            flush();
        } catch (NotKept later) {
            // tried again in a second, and at the next write
        }
    }

    /** What waits is read with what is kept. */
    private <T> T readAll(Function<DSLContext, T> reading) {
        if (!database.isUnderWay()) {
            flush();
        }
        return database.read(reading);
    }

    @Override
    public List<AuditEntry> latest(int atMost) {
        return readAll(transaction -> transaction
                .select(AuditRow.COLUMNS)
                .from(Tables.AUDIT)
                .orderBy(Tables.AUDIT_NUMBER.desc())
                .limit(atMost)
                .fetch(row -> AuditRow.of(row).entry()));
    }

    @Override
    public List<AuditEntry> listOf(Id<Client> client) {
        return readAll(transaction -> transaction
                .select(AuditRow.COLUMNS)
                .from(Tables.AUDIT)
                .where(Tables.CLIENT_ID.eq(client.toString()))
                .orderBy(Tables.AUDIT_NUMBER)
                .fetch(row -> AuditRow.of(row).entry()));
    }

    @Override
    public List<AuditEntry> listOf(Act act) {
        return readAll(transaction -> transaction
                .select(AuditRow.COLUMNS)
                .from(Tables.AUDIT)
                .where(Tables.ACT.eq(act.name()))
                .orderBy(Tables.AUDIT_NUMBER)
                .fetch(row -> AuditRow.of(row).entry()));
    }

    @Override
    public boolean isTraceSeen(Id<Client> client, Instant from, Instant by) {
        return readAll(transaction -> transaction.fetchExists(
                Tables.AUDIT,
                Tables.ACT
                        .eq(DSL.inline(Act.SEE_TRACE.name()))
                        .and(Tables.CLIENT_ID.eq(client.toString()))
                        .and(Tables.OUTCOME.eq(AuditEntry.Outcome.DONE.name()))
                        .and(Tables.AT.between(from.toEpochMilli(), by.toEpochMilli()))));
    }

    @Override
    public Map<Id<Client>, Instant> lastChanges(Collection<Id<Client>> clients) {
        Map<Id<Client>, Instant> found = new HashMap<>();
        List<String> all = clients.stream().map(Id::toString).toList();
        for (int from = 0; from < all.size(); from += READ_AT_ONCE) {
            List<String> some = all.subList(from, Math.min(all.size(), from + READ_AT_ONCE));
            database.read(transaction -> transaction
                            .select(Tables.CLIENT_ID, DSL.max(Tables.AT))
                            .from(Tables.AUDIT)
                            .where(Tables.CLIENT_ID.in(some))
                            .and(Tables.DEED_KEY.isNotNull())
                            .and(Tables.OUTCOME.eq(DSL.inline(AuditEntry.Outcome.DONE.name())))
                            .groupBy(Tables.CLIENT_ID)
                            .fetch())
                    .forEach(row -> found.put(Id.of(row.value1()), Instant.ofEpochMilli(row.value2())));
        }
        return found;
    }

    @Override
    public void signIn(Optional<Id<Account>> account, AuditEntry.Outcome outcome) {
        appendSoon(new AuditEntry(
                0,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                Actor.program(Actor.ProgramPart.DOOR),
                Act.SIGN_IN,
                Optional.empty(),
                account.map(id -> id),
                outcome,
                ""));
    }

    @Override
    public Map<Id<Account>, Instant> lastSignIns() {
        return readAll(transaction -> transaction
                .select(Tables.DEED_KEY, DSL.max(Tables.AT))
                .from(Tables.AUDIT)
                .where(Tables.ACT
                        .eq(DSL.inline(Act.SIGN_IN.name()))
                        .and(Tables.OUTCOME.eq(AuditEntry.Outcome.DONE.name()))
                        .and(Tables.DEED_KEY.isNotNull()))
                .groupBy(Tables.DEED_KEY)
                .fetchMap(row -> Id.of(row.value1()), row -> Instant.ofEpochMilli(row.value2())));
    }

    @Override
    public boolean isInChain(String hash) {
        return hash.equals(Chain.NONE_BEFORE)
                || database.read(transaction -> transaction.fetchExists(Tables.AUDIT, Tables.HASH.eq(hash)));
    }

    @Override
    public Verification verify() {
        return database.read(transaction -> {
            long entries = 0;
            String hash = Chain.NONE_BEFORE;
            try (Cursor<? extends Record> rows = transaction
                    .select(AuditRow.COLUMNS)
                    .from(Tables.AUDIT)
                    .orderBy(Tables.AUDIT_NUMBER)
                    .fetchSize(READ_AT_ONCE)
                    .fetchLazy()) {
                for (Record each : rows) {
                    AuditRow row = AuditRow.of(each);
                    Optional<String> wrong = wrong(row, entries + 1, hash);
                    if (wrong.isPresent()) {
                        return new Verification(entries, 0, hash, Optional.of(new Fault(entries + 1, wrong.get())));
                    }
                    entries = row.number();
                    hash = row.hash();
                }
            }
            return new Verification(entries, 0, hash, chain.endFault(transaction, entries, hash));
        });
    }

    private static Optional<String> wrong(AuditRow row, long expected, String hashBefore) {
        if (row.number() != expected) {
            return Optional.of("entry " + expected + " is missing");
        }
        if (!row.previousHash().equals(hashBefore)) {
            return Optional.of("it does not carry the hash of the entry before");
        }
        if (!row.hash().equals(row.computedHash())) {
            return Optional.of("it was changed: its hash is not the hash of what it says");
        }
        return Optional.empty();
    }

    /** Writes what waits. */
    @Override
    public void close() {
        writer.close();
        flush();
    }
}
