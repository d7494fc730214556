package org.stillpoint.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Table;
import org.stillpoint.record.Unreadable;
import org.stillpoint.record.ledger.Verification.Fault;
import tools.jackson.databind.JsonNode;

/**
 * A chain of rows, each with the hash of the one before, and one row beside it that notes under the installation's key how long the
 * chain is and how it ends: without the key, an end that was cut off or written anew is found.
 */
final class Chain {
    /** The hash before the first row. */
    static final String NONE_BEFORE = "0".repeat(64);

    private final Keys keys;
    private final Table<Record> table;
    private final Table<Record> head;
    private final boolean locks;

    Chain(Database database, Keys keys, Table<Record> table, Table<Record> head) {
        this.keys = keys;
        this.table = table;
        this.head = head;
        this.locks = database.locksRows();
    }

    /** SHA-256 over the parts of a row, each with its length before it; 64 hexadecimal digits. */
    static String hash(List<String> texts, byte[]... bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String text : texts) {
                add(digest, text.getBytes(StandardCharsets.UTF_8));
            }
            for (byte[] more : bytes) {
                add(digest, more);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static void add(MessageDigest digest, byte[] bytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    /** Nobody else adds to the chain until the transaction ends. */
    void lock(DSLContext transaction) {
        if (locks) {
            transaction.execute("lock table " + table.getName() + " in exclusive mode");
        }
    }

    /** Notes how the chain ends now. */
    void writeHead(DSLContext transaction, long entries, String hash) {
        head(transaction, entries, hash).execute();
    }

    /** What notes how the chain ends. */
    Query head(DSLContext transaction, long entries, String hash) {
        byte[] content = keys.ofInstallation()
                .close(Json.bytes(Json.object().put("entries", entries).put("hash", hash)), place(head));
        return transaction
                .insertInto(head)
                .set(Tables.HEAD_ID, 1)
                .set(Tables.CONTENT, content)
                .onConflict(Tables.HEAD_ID)
                .doUpdate()
                .set(Tables.CONTENT, content);
    }

    /** What is wrong with the end of a chain of which everything before holds. */
    Optional<Fault> endFault(DSLContext transaction, long entries, String hash) {
        Record row = transaction.select(Tables.CONTENT).from(head).fetchOne();
        if (row == null) {
            return entries == 0
                    ? Optional.empty()
                    : Optional.of(
                            new Fault(entries, "the sealed note of how the " + table.getName() + " ends is missing"));
        }
        try {
            JsonNode content = Json.parse(keys.ofInstallation().open(row.get(Tables.CONTENT), place(head)));
            long sealed = content.required("entries").asLong();
            if (sealed > entries) {
                return Optional.of(
                        new Fault(entries + 1, "entries %d to %d are missing".formatted(entries + 1, sealed)));
            }
            if (sealed < entries || !Json.text(content, "hash").equals(hash)) {
                return Optional.of(new Fault(Math.min(sealed + 1, entries), "it was added or replaced from outside"));
            }
            return Optional.empty();
        } catch (Unreadable changed) {
            return Optional.of(
                    new Fault(entries, "the sealed note of how the " + table.getName() + " ends was changed"));
        }
    }

    static String place(Table<Record> head) {
        return Seal.place(head.getName(), "content", 1);
    }
}
