package org.stillpoint.store;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.stillpoint.record.Unreadable;
import org.stillpoint.record.keeping.Keeping;
import org.stillpoint.record.keeping.Keeping.ClockDoubt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** When the program was last used, sealed, so that a clock that jumps is noticed; and where the ledger may be dated back once. */
final class ClockMark {
    static final String PLACE = Seal.place(Tables.CLOCK_MARK.getName(), "content", 1);

    private final Database database;
    private final Keys keys;
    private final Clock clock;

    /**
     * What is noted.
     *
     * @param used the last use by a clock that nobody doubted
     * @param doubted when the clock was found to have jumped
     */
    private record NotedUse(Instant used, Optional<Instant> doubted) {}

    ClockMark(Database database, Keys keys, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
    }

    Optional<ClockDoubt> findDoubt() {
        return database.read(transaction -> {
            Instant now = clock.instant();
            Optional<NotedUse> noted = read(transaction);
            if (isDoubted(noted)) {
                return noted.map(each -> new ClockDoubt(each.used(), now));
            }
            return last(transaction)
                    .filter(entry -> Instant.ofEpochMilli(entry.sealedAt()).isAfter(now.plus(Keeping.ADJUSTED)))
                    .filter(entry -> !isCorrectedAfter(transaction, entry))
                    .map(entry -> new ClockDoubt(Instant.ofEpochMilli(entry.sealedAt()), now));
        });
    }

    /** Within a transaction: whether nothing may be sealed by this clock. */
    boolean isDoubted(DSLContext transaction) {
        return isDoubted(read(transaction));
    }

    private static boolean isDoubted(Optional<NotedUse> noted) {
        return noted.flatMap(NotedUse::doubted).isPresent();
    }

    void note() {
        database.write(transaction -> {
            Instant now = clock.instant();
            Instant last = read(transaction).map(NotedUse::used).orElse(now);
            boolean jumped =
                    now.isAfter(last.plus(Keeping.LONGEST_ABSENCE)) || now.isBefore(last.minus(Keeping.ADJUSTED));
            return write(
                    transaction, jumped ? new NotedUse(last, Optional.of(now)) : new NotedUse(now, Optional.empty()));
        });
    }

    void trust() {
        database.write(transaction -> {
            Instant now = clock.instant();
            last(transaction)
                    .filter(entry -> Instant.ofEpochMilli(entry.sealedAt()).isAfter(now))
                    .filter(entry -> !isCorrectedAfter(transaction, entry))
                    .ifPresent(entry -> transaction
                            .insertInto(Tables.CLOCK_CORRECTION)
                            .set(Tables.LEDGER_NUMBER, entry.number())
                            .set(
                                    Tables.CONTENT,
                                    keys.ofInstallation()
                                            .close(
                                                    Json.bytes(Json.object().put("at", now.toString())),
                                                    correctionPlace(entry.number(), entry.hash())))
                            .execute());
            return write(transaction, new NotedUse(now, Optional.empty()));
        });
    }

    /** Whether the entry after this one may be dated before it: a correction is sealed for this very entry. */
    boolean isCorrectedAfter(DSLContext transaction, LedgerRow entry) {
        Record row = transaction
                .select(Tables.CONTENT)
                .from(Tables.CLOCK_CORRECTION)
                .where(Tables.LEDGER_NUMBER.eq(entry.number()))
                .fetchOne();
        if (row == null) {
            return false;
        }
        try {
            keys.ofInstallation().open(row.get(Tables.CONTENT), correctionPlace(entry.number(), entry.hash()));
            return true;
        } catch (Unreadable forged) {
            return false;
        }
    }

    static String correctionPlace(long number, String hash) {
        return Seal.place(Tables.CLOCK_CORRECTION.getName(), "content", number, hash);
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

    /** A note that was changed from outside is none. */
    private Optional<NotedUse> read(DSLContext transaction) {
        Record row = transaction.select(Tables.CONTENT).from(Tables.CLOCK_MARK).fetchOne();
        if (row == null) {
            return Optional.empty();
        }
        try {
            JsonNode content = Json.parse(keys.ofInstallation().open(row.get(Tables.CONTENT), PLACE));
            return Optional.of(new NotedUse(
                    Json.instant(content, "used"),
                    content.has("doubted") ? Optional.of(Json.instant(content, "doubted")) : Optional.empty()));
        } catch (Unreadable forged) {
            return Optional.empty();
        }
    }

    private int write(DSLContext transaction, NotedUse noted) {
        ObjectNode content = Json.object().put("used", noted.used().toString());
        noted.doubted().ifPresent(since -> content.put("doubted", since.toString()));
        byte[] sealed = keys.ofInstallation().close(Json.bytes(content), PLACE);
        int updated = transaction
                .update(Tables.CLOCK_MARK)
                .set(Tables.CONTENT, sealed)
                .where(Tables.CLOCK_MARK_ID.eq(1))
                .execute();
        return updated > 0
                ? updated
                : transaction
                        .insertInto(Tables.CLOCK_MARK)
                        .set(Tables.CLOCK_MARK_ID, 1)
                        .set(Tables.CONTENT, sealed)
                        .execute();
    }
}
