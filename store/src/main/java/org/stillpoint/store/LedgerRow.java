package org.stillpoint.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Unreadable;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.ledger.EntryKind;
import org.stillpoint.record.ledger.LedgerEntry;

/**
 * An entry of the ledger as its row stands, content still encrypted. Its hash covers every column and the hash before, so the
 * chain can be followed without any key, after a client's erasure too.
 */
record LedgerRow(
        long number,
        String id,
        String client,
        String kind,
        @Nullable String about,
        long sealedAt,
        @Nullable Long firstTargetAt,
        byte[] content,
        String previousHash,
        String hash) {

    static final List<Field<?>> COLUMNS = List.of(
            Tables.LEDGER_NUMBER,
            Tables.ID,
            Tables.CLIENT_ID,
            Tables.LEDGER_KIND,
            Tables.ABOUT_ID,
            Tables.SEALED_AT,
            Tables.FIRST_TARGET_AT,
            Tables.CONTENT,
            Tables.PREVIOUS_HASH,
            Tables.HASH);

    static LedgerRow of(Record row) {
        return new LedgerRow(
                row.get(Tables.LEDGER_NUMBER),
                row.get(Tables.ID),
                row.get(Tables.CLIENT_ID),
                row.get(Tables.LEDGER_KIND),
                row.get(Tables.ABOUT_ID),
                row.get(Tables.SEALED_AT),
                row.get(Tables.FIRST_TARGET_AT),
                row.get(Tables.CONTENT),
                row.get(Tables.PREVIOUS_HASH),
                row.get(Tables.HASH));
    }

    /** The same row with its hash. */
    LedgerRow hashed() {
        return new LedgerRow(
                number, id, client, kind, about, sealedAt, firstTargetAt, content, previousHash, computedHash());
    }

    void insert(DSLContext transaction) {
        transaction
                .insertInto(Tables.LEDGER)
                .set(Tables.LEDGER_NUMBER, number)
                .set(Tables.ID, id)
                .set(Tables.CLIENT_ID, client)
                .set(Tables.LEDGER_KIND, kind)
                .set(Tables.ABOUT_ID, about)
                .set(Tables.SEALED_AT, sealedAt)
                .set(Tables.FIRST_TARGET_AT, firstTargetAt)
                .set(Tables.CONTENT, content)
                .set(Tables.PREVIOUS_HASH, previousHash)
                .set(Tables.HASH, hash)
                .execute();
    }

    /** SHA-256 over every column but the hash itself, each with its length before it. */
    String computedHash() {
        return Chain.hash(
                List.of(
                        previousHash,
                        String.valueOf(number),
                        id,
                        client,
                        kind,
                        about == null ? "" : about,
                        String.valueOf(sealedAt),
                        firstTargetAt == null ? "" : String.valueOf(firstTargetAt)),
                content);
    }

    /** What the ciphertext is bound to: everything else of the row, so that none of it can be changed alone. */
    String place() {
        return Seal.place(
                "ledger",
                "content",
                number,
                id,
                client,
                kind,
                about == null ? "-" : about,
                sealedAt,
                firstTargetAt == null ? "-" : firstTargetAt,
                previousHash);
    }

    /** @throws Unreadable if the content does not open: it, or a column beside it, is not what was sealed */
    LedgerEntry open(Seal seal) {
        String text = new String(seal.open(content, place()), StandardCharsets.UTF_8);
        return new LedgerEntry(
                number,
                Id.of(id),
                clientId(),
                EntryKind.valueOf(kind),
                Optional.ofNullable(about).map(Id::of),
                Instant.ofEpochMilli(sealedAt),
                Optional.ofNullable(firstTargetAt).map(Instant::ofEpochMilli),
                new PrivateText(text),
                hash);
    }

    Id<Client> clientId() {
        return Id.of(client);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LedgerRow that && hash.equals(that.hash) && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return hash.hashCode();
    }
}
