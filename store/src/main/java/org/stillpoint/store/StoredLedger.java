package org.stillpoint.store;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.ServerClocks;
import org.stillpoint.record.Unreadable;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.ledger.Draft;
import org.stillpoint.record.ledger.EntryKind;
import org.stillpoint.record.ledger.Ledger;
import org.stillpoint.record.ledger.LedgerEntry;
import org.stillpoint.record.ledger.Verification;
import org.stillpoint.record.ledger.Verification.Fault;

/** The ledger. The rules that make it append-only are the database's own; what is refused here is refused in words. */
final class StoredLedger implements Ledger {
    private final Database database;
    private final Keys keys;
    private final Clock clock;
    private final Chain chain;
    private final StoredKeeping keeping;
    private final ClockMark clockMark;

    StoredLedger(Database database, Keys keys, Clock clock, StoredKeeping keeping, ClockMark clockMark) {
        this.clockMark = clockMark;
        this.keeping = keeping;
        this.database = database;
        this.keys = keys;
        this.clock = clock;
        this.chain = new Chain(database, keys, Tables.LEDGER, Tables.LEDGER_HEAD);
    }

    @Override
    public LedgerEntry seal(Draft draft) {
        return database.write(transaction -> {
            Seal seal = keys.lockClient(transaction, draft.client());
            chain.lock(transaction);
            Optional<LedgerRow> kept = find(transaction, draft.id());
            if (kept.isPresent()) {
                LedgerEntry entry = kept.get().clientId().equals(draft.client())
                        ? kept.get().open(seal)
                        : null;
                if (entry == null || !entry.isOf(draft)) {
                    throw new AlreadyThere("ledger entry", draft.id());
                }
                return entry;
            }
            requireAbout(transaction, draft);
            Optional<LedgerRow> last = last(transaction);
            Instant now = inTurn(last, clock.instant().truncatedTo(ChronoUnit.MILLIS));
            requireInTime(transaction, draft, last, now);
            LedgerRow row = row(draft, last, now, seal);
            row.insert(transaction);
            chain.writeHead(transaction, row.number(), row.hash());
            return row.open(seal);
        });
    }

    /** The clocks of two servers differ by a little: what is sealed by one after the other is not dated before it. */
    private static Instant inTurn(Optional<LedgerRow> last, Instant now) {
        return last.map(row -> Instant.ofEpochMilli(row.sealedAt()))
                .filter(before -> before.isAfter(now) && !before.isAfter(now.plus(ServerClocks.DIFFER_BY)))
                .orElse(now);
    }

    private static LedgerRow row(Draft draft, Optional<LedgerRow> last, Instant now, Seal seal) {
        LedgerRow empty = new LedgerRow(
                last.map(LedgerRow::number).orElse(0L) + 1,
                draft.id().toString(),
                draft.client().toString(),
                draft.kind().name(),
                draft.about().map(Id::toString).orElse(null),
                now.toEpochMilli(),
                draft.firstTarget().map(Instant::toEpochMilli).orElse(null),
                new byte[0],
                last.map(LedgerRow::hash).orElse(Chain.NONE_BEFORE),
                "");
        byte[] content = seal.close(draft.content().value().getBytes(StandardCharsets.UTF_8), empty.place());
        return new LedgerRow(
                        empty.number(),
                        empty.id(),
                        empty.client(),
                        empty.kind(),
                        empty.about(),
                        empty.sealedAt(),
                        empty.firstTargetAt(),
                        content,
                        empty.previousHash(),
                        "")
                .hashed();
    }

    private static void requireAbout(DSLContext transaction, Draft draft) {
        if (draft.about().isEmpty()) {
            return;
        }
        Id<LedgerEntry> about = draft.about().get();
        LedgerRow target = find(transaction, about).orElseThrow(() -> new NoSuchRecord("ledger entry", about));
        boolean resolves = draft.kind() == EntryKind.RESOLUTION;
        if (!target.clientId().equals(draft.client()) || (resolves && target.firstTargetAt() == null)) {
            throw new NoSuchRecord("claim", about);
        }
        if (resolves
                && transaction.fetchExists(
                        Tables.LEDGER,
                        Tables.ABOUT_ID.eq(about.toString()).and(Tables.LEDGER_KIND.eq(EntryKind.RESOLUTION.name())))) {
            throw new AlreadyThere("resolution of the claim", about);
        }
    }

    private void requireInTime(DSLContext transaction, Draft draft, Optional<LedgerRow> last, Instant now) {
        if (clockMark.isDoubted(transaction)) {
            throw new Refused(Rule.CLOCK_IN_DOUBT, draft.id());
        }
        if (last.isPresent()
                && now.toEpochMilli() < last.get().sealedAt()
                && !clockMark.isCorrectedAfter(transaction, last.get())) {
            throw new Refused(Rule.CLOCK_WENT_BACK, draft.id());
        }
        if (draft.firstTarget().isEmpty()) {
            return;
        }
        Instant first = draft.firstTarget().get();
        if (!now.isBefore(first)) {
            throw new Refused(Rule.TARGET_HAS_COME, draft.id());
        }
    }

    @Override
    public List<LedgerEntry> list(Id<Client> client) {
        return list(Tables.CLIENT_ID.eq(client.toString()));
    }

    @Override
    public List<LedgerEntry> list() {
        return listOfMany(DSL.trueCondition());
    }

    @Override
    public List<LedgerEntry> listOpenClaims() {
        return listOfMany(isOpenClaim());
    }

    @Override
    public Set<Id<Client>> withClaimAhead(Collection<Id<Client>> clients, Instant now) {
        List<String> ids = clients.stream().map(Id::toString).toList();
        return database.read(transaction -> transaction
                .selectDistinct(Tables.CLIENT_ID)
                .from(Tables.LEDGER)
                .where(Tables.CLIENT_ID
                        .in(ids)
                        .and(Tables.FIRST_TARGET_AT.gt(now.toEpochMilli()))
                        .and(isOpenClaim()))
                .fetchSet(row -> Id.of(row.value1())));
    }

    @Override
    public List<LedgerEntry> listDraws(Collection<Id<Client>> clients) {
        List<String> ids = clients.stream().map(Id::toString).toList();
        return listOfMany(
                Tables.LEDGER_KIND.eq(DSL.inline(EntryKind.DRAW.name())).and(Tables.CLIENT_ID.in(ids)));
    }

    private static Condition isOpenClaim() {
        return Tables.LEDGER_KIND
                .eq(DSL.inline(EntryKind.CLAIM.name()))
                .and(Tables.ID.notIn(DSL.select(Tables.ABOUT_ID)
                        .from(Tables.LEDGER)
                        .where(Tables.LEDGER_KIND.eq(DSL.inline(EntryKind.RESOLUTION.name())))));
    }

    /** Entries of one client that cannot be read hide nobody else's. */
    private List<LedgerEntry> listOfMany(Condition which) {
        return database.read(transaction -> rows(transaction, which).stream()
                .flatMap(row ->
                        keeping
                                .tryReading(
                                        row.client(),
                                        () -> findSeal(transaction, row).map(row::open))
                                .stream())
                .flatMap(Optional::stream)
                .toList());
    }

    private List<LedgerEntry> list(Condition which) {
        return database.read(transaction -> rows(transaction, which).stream()
                .flatMap(row -> findSeal(transaction, row).map(row::open).stream())
                .toList());
    }

    @Override
    public Verification verify() {
        return database.read(transaction -> {
            long erased = 0;
            Optional<LedgerRow> before = Optional.empty();
            for (LedgerRow row : rows(transaction, DSL.trueCondition())) {
                Optional<String> wrong = wrongLink(transaction, row, before);
                if (wrong.isEmpty()) {
                    Optional<Seal> seal = findSeal(transaction, row);
                    wrong = seal.flatMap(key -> wrongContent(row, key));
                    erased += seal.isEmpty() ? 1 : 0;
                }
                if (wrong.isPresent()) {
                    long good = before.map(LedgerRow::number).orElse(0L);
                    return new Verification(good, erased, hash(before), Optional.of(new Fault(good + 1, wrong.get())));
                }
                before = Optional.of(row);
            }
            long entries = before.map(LedgerRow::number).orElse(0L);
            return new Verification(entries, erased, hash(before), chain.endFault(transaction, entries, hash(before)));
        });
    }

    private Optional<String> wrongLink(DSLContext transaction, LedgerRow row, Optional<LedgerRow> before) {
        long expected = before.map(LedgerRow::number).orElse(0L) + 1;
        if (row.number() != expected) {
            return Optional.of("entry " + expected + " is missing");
        }
        if (!row.previousHash().equals(hash(before))) {
            return Optional.of("it does not carry the hash of the entry before");
        }
        if (!row.hash().equals(row.computedHash())) {
            return Optional.of("it was changed: its hash is not the hash of what it says");
        }
        if (before.isPresent()
                && row.sealedAt() < before.get().sealedAt()
                && !clockMark.isCorrectedAfter(transaction, before.get())) {
            return Optional.of("it is dated before the entry before");
        }
        if (row.firstTargetAt() != null && row.sealedAt() >= row.firstTargetAt()) {
            return Optional.of("it is younger than the first thing it speaks of");
        }
        return Optional.empty();
    }

    private static Optional<String> wrongContent(LedgerRow row, Seal seal) {
        try {
            row.open(seal);
            return Optional.empty();
        } catch (Unreadable changed) {
            return Optional.of(
                    "its content does not open with the client's key: it, or a column beside it, was replaced");
        }
    }

    /** The client's seal; empty once the client was erased. */
    private Optional<Seal> findSeal(DSLContext transaction, LedgerRow row) {
        try {
            return Optional.of(keys.ofClient(transaction, row.clientId()));
        } catch (NoSuchRecord | BadValue erased) {
            return Optional.empty();
        }
    }

    private static String hash(Optional<LedgerRow> row) {
        return row.map(LedgerRow::hash).orElse(Chain.NONE_BEFORE);
    }

    private static Optional<LedgerRow> find(DSLContext transaction, Id<LedgerEntry> id) {
        return rows(transaction, Tables.ID.eq(id.toString())).stream().findFirst();
    }

    private static Optional<LedgerRow> last(DSLContext transaction) {
        return transaction
                .select(LedgerRow.COLUMNS)
                .from(Tables.LEDGER)
                .orderBy(Tables.LEDGER_NUMBER.desc())
                .limit(1)
                .fetch(LedgerRow::of)
                .stream()
                .findFirst();
    }

    private static List<LedgerRow> rows(DSLContext transaction, Condition which) {
        return transaction
                .select(LedgerRow.COLUMNS)
                .from(Tables.LEDGER)
                .where(which)
                .orderBy(Tables.LEDGER_NUMBER)
                .fetch(LedgerRow::of);
    }
}
