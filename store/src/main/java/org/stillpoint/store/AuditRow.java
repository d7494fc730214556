package org.stillpoint.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.AuditEntry;

/** An entry of the account as its row stands. Its hash covers every column and the hash before. */
record AuditRow(
        long number,
        long at,
        String actor,
        String act,
        @Nullable String client,
        @Nullable String key,
        String outcome,
        String previousHash,
        String hash) {

    static final List<Field<?>> COLUMNS = List.of(
            Tables.AUDIT_NUMBER,
            Tables.AT,
            Tables.ACTOR,
            Tables.ACT,
            Tables.CLIENT_ID,
            Tables.DEED_KEY,
            Tables.OUTCOME,
            Tables.PREVIOUS_HASH,
            Tables.HASH);

    /** The row of an entry whose number and hash are yet to be. */
    static AuditRow next(AuditEntry entry, Optional<AuditRow> last) {
        AuditRow row = new AuditRow(
                last.map(AuditRow::number).orElse(0L) + 1,
                entry.at().toEpochMilli(),
                write(entry.actor()),
                entry.act().name(),
                entry.client().map(Id::toString).orElse(null),
                entry.key().map(Id::toString).orElse(null),
                entry.outcome().name(),
                last.map(AuditRow::hash).orElse(Chain.NONE_BEFORE),
                "");
        return new AuditRow(
                row.number,
                row.at,
                row.actor,
                row.act,
                row.client,
                row.key,
                row.outcome,
                row.previousHash,
                row.computedHash());
    }

    static AuditRow of(Record row) {
        return new AuditRow(
                row.get(Tables.AUDIT_NUMBER),
                row.get(Tables.AT),
                row.get(Tables.ACTOR),
                row.get(Tables.ACT),
                row.get(Tables.CLIENT_ID),
                row.get(Tables.DEED_KEY),
                row.get(Tables.OUTCOME),
                row.get(Tables.PREVIOUS_HASH),
                row.get(Tables.HASH));
    }

    Query insert(DSLContext transaction) {
        return transaction
                .insertInto(Tables.AUDIT)
                .set(Tables.AUDIT_NUMBER, number)
                .set(Tables.AT, at)
                .set(Tables.ACTOR, actor)
                .set(Tables.ACT, act)
                .set(Tables.CLIENT_ID, client)
                .set(Tables.DEED_KEY, key)
                .set(Tables.OUTCOME, outcome)
                .set(Tables.PREVIOUS_HASH, previousHash)
                .set(Tables.HASH, hash);
    }

    String computedHash() {
        return Chain.hash(List.of(
                previousHash,
                String.valueOf(number),
                String.valueOf(at),
                actor,
                act,
                client == null ? "" : client,
                key == null ? "" : key,
                outcome));
    }

    AuditEntry entry() {
        return new AuditEntry(
                number,
                Instant.ofEpochMilli(at),
                actor(actor),
                Act.valueOf(act),
                Optional.ofNullable(client).map(Id::of),
                Optional.ofNullable(key).map(Id::of),
                AuditEntry.Outcome.valueOf(outcome),
                hash);
    }

    private static String write(Actor actor) {
        return switch (actor) {
            case Actor.Person person -> "person/" + person.account() + "/" + person.role();
            case Actor.Linked linked -> "linked/" + linked.client() + "/" + linked.link();
            case Actor.Registered registered -> "registered/" + registered.program();
            case Actor.Program program -> "program/" + program.part();
        };
    }

    private static Actor actor(String written) {
        List<String> parts = List.of(written.split("/", -1));
        return switch (parts.getFirst()) {
            case "person" -> new Actor.Person(Id.of(parts.get(1)), Role.ofName(parts.get(2)));
            case "linked" -> new Actor.Linked(Id.of(parts.get(1)), Id.of(parts.get(2)));
            case "registered" -> new Actor.Registered(Id.of(parts.get(1)));
            case "program" -> new Actor.Program(Actor.ProgramPart.valueOf(parts.get(1)));
            default -> throw new IllegalStateException("an account's actor of an unknown kind");
        };
    }
}
