package org.stillpoint.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.stillpoint.record.Unreadable;
import org.stillpoint.record.keeping.Keeping.Loss;
import tools.jackson.databind.JsonNode;

/**
 * How far the account had come, noted outside the database after each commit, so that a database whose end was lost is found: a
 * damaged log is cut by SQLite without a word, and what is left is an orderly beginning. Two places are written by turns, each sealed.
 */
final class HighWater {
    private static final String FILE = "high-water";
    private static final String LOSS = "loss";
    private static final int SLOT = 512;
    private static final int SLOTS = 2;

    private final Path file;
    private final Keys keys;
    private long reached;
    private int next;

    /** How far it had come. */
    record NotedHead(long entries, String hash, Instant at) {}

    HighWater(Path folder, Keys keys) {
        this.file = folder.resolve(FILE);
        this.keys = keys;
    }

    /** Notes how far the account is kept. Not forced to the disk: it follows what is, and never goes before it. */
    synchronized void reached(long entries, String hash, Instant at) {
        if (entries <= reached) {
            return; // another transaction that came later was quicker
        }
        byte[] sealed = keys.ofInstallation()
                .close(
                        Json.bytes(Json.object()
                                .put("entries", entries)
                                .put("hash", hash)
                                .put("at", at.toString())),
                        place(next));
        ByteBuffer slot = ByteBuffer.allocate(SLOT).putInt(sealed.length).put(sealed);
        slot.position(0);
        try (FileChannel channel = open()) {
            while (slot.hasRemaining()) {
                channel.write(slot, (long) next * SLOT + slot.position());
            }
            reached = entries;
            next = (next + 1) % SLOTS;
        } catch (IOException full) {
            // what was done is kept all the same; the next commit notes it
        }
    }

    /** What a new file may have as permissions is asked only where there is none yet: the answer reads the table of all mounts. */
    private FileChannel open() throws IOException {
        try {
            return FileChannel.open(file, StandardOpenOption.WRITE);
        } catch (NoSuchFileException none) {
            return FileChannel.open(
                    file,
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                    FolderLock.ownerOnly(file, "rw-------"));
        }
    }

    /** How far it had come; empty where that was never noted, or cannot be read. */
    Optional<NotedHead> read() {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException none) {
            return Optional.empty();
        }
        return IntStream.range(0, SLOTS)
                .mapToObj(number -> read(bytes, number))
                .flatMap(Optional::stream)
                .max(Comparator.comparingLong(NotedHead::entries));
    }

    private Optional<NotedHead> read(byte[] bytes, int number) {
        if (bytes.length < (number + 1) * SLOT) {
            return Optional.empty();
        }
        ByteBuffer slot = ByteBuffer.wrap(bytes, number * SLOT, SLOT);
        int length = slot.getInt();
        if (length <= 0 || length > slot.remaining()) {
            return Optional.empty();
        }
        byte[] sealed = new byte[length];
        slot.get(sealed);
        try {
            JsonNode json = Json.parse(keys.ofInstallation().open(sealed, place(number)));
            return Optional.of(new NotedHead(
                    json.required("entries").asLong(), Json.text(json, "hash"), Json.instant(json, "at")));
        } catch (Unreadable damaged) {
            return Optional.empty();
        }
    }

    private static String place(int slot) {
        return Seal.place(FILE, "slot", slot);
    }

    /** What the account of this database lacks of what it had. */
    Optional<Loss> lossIn(DSLContext transaction, Optional<NotedHead> mark) {
        return mark.flatMap(had -> {
            @Nullable
            String hash = transaction
                    .select(Tables.HASH)
                    .from(Tables.AUDIT)
                    .where(Tables.AUDIT_NUMBER.eq(had.entries()))
                    .fetchOne(Tables.HASH);
            if (had.hash().equals(hash)) {
                return Optional.empty();
            }
            long has = transaction.fetchCount(Tables.AUDIT, Tables.AUDIT_NUMBER.lt(had.entries()));
            return Optional.of(new Loss(had.entries(), has, had.at()));
        });
    }

    /** Keeps in mind what was lost, until somebody takes it as it is. */
    static void note(Path folder, Loss loss) {
        try {
            Path beside = folder.resolve(LOSS + ".new");
            Files.writeString(beside, loss.had() + " " + loss.has() + " " + loss.last());
            Files.move(
                    beside, folder.resolve(LOSS), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException full) {
            throw new CannotOpen(
                    CannotOpen.Reason.FOLDER_UNUSABLE, "The data folder " + folder + " cannot be written to.", full);
        }
    }

    static Optional<Loss> findLoss(Path folder) {
        try {
            String[] said = Files.readString(folder.resolve(LOSS)).strip().split(" ");
            return Optional.of(new Loss(Long.parseLong(said[0]), Long.parseLong(said[1]), Instant.parse(said[2])));
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException | DateTimeException none) {
            return Optional.empty();
        }
    }

    /** Takes the record as it is. */
    static void forget(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(LOSS));
        Files.deleteIfExists(folder.resolve(FILE));
    }
}
