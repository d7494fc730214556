package org.stillpoint.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.keeping.ErasureReceipt;
import org.stillpoint.record.keeping.ErasureReceipt.ScannedFile;
import org.stillpoint.store.Database.Swept;

/**
 * Erasures from the destroyed key to the last copy of it in the files. Each is noted in the folder before it begins and until it is
 * finished, with the nonce of the wrapped key, by which it is looked for.
 */
final class Erasures implements AutoCloseable {
    private static final String UNFINISHED = "erasing";
    private static final String RECEIPTS = "erasures";

    /** Own choice, 2026: whoever waits for the answer waits so long for others to finish reading. */
    private static final Duration AT_MOST = Duration.ofSeconds(4);

    private static final Duration AGAIN = Duration.ofMinutes(1); // own choice, 2026
    /** By so many bytes at its beginning a wrapped key is known: its nonce of 96 bits is among them, and nothing of the key. */
    private static final int PART = 20;

    private final Path folder;
    private final Database database;
    private final Clock clock;
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("stillpoint-erasures").factory());

    /** An erasure on its way: what is looked for, and what is known of it. */
    private record Erasing(Id<Client> client, Instant at, int rows, byte[] part) {}

    Erasures(Path folder, Database database, Clock clock) {
        this.folder = folder;
        this.database = database;
        this.clock = clock;
    }

    /** Notes that a client is about to be erased, before anything is. */
    synchronized void begin(Id<Client> client, byte[] wrappedKey, int rows) {
        Map<Id<Client>, Erasing> all = unfinished();
        all.put(client, new Erasing(client, clock.instant(), rows, Arrays.copyOf(wrappedKey, PART)));
        write(all);
    }

    /** It came to nothing: the client is kept. */
    synchronized void forget(Id<Client> client) {
        Map<Id<Client>, Erasing> all = unfinished();
        all.remove(client);
        write(all);
    }

    /** Finishes what can be; the rest is tried again every minute. */
    void finish() {
        boolean finished;
        try {
            finished = tryToFinish(AT_MOST);
        } catch (NotKept away) { // the client is erased all the same
            finished = false;
        }
        if (!finished) {
            later.schedule(this::finishLater, AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void finishLater() {
        try {
            finish();
        } catch (RuntimeException failed) { // the database is away: in a minute again
            later.schedule(this::finishLater, AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** What a program that was killed left: erased ones are finished, others were never begun. */
    void finishLeft() {
        for (Id<Client> client : List.copyOf(unfinished().keySet())) {
            boolean kept = database.read(transaction -> transaction.fetchExists(
                    Tables.CLIENT, Tables.ID.eq(client.toString()).and(Tables.WRAPPED_KEY.isNotNull())));
            if (kept) {
                forget(client);
            }
        }
        finish();
    }

    private synchronized boolean tryToFinish(Duration atMost) {
        Map<Id<Client>, Erasing> all = unfinished();
        if (all.isEmpty()) {
            return true;
        }
        if (database.sweep(atMost) == Swept.BUSY) {
            return false;
        }
        List<Path> files = database.files(folder);
        boolean none = true;
        for (Erasing erasing : List.copyOf(all.values())) {
            List<ScannedFile> scanned = new ArrayList<>();
            boolean found = false;
            for (Path file : files) {
                found |= scan(file, erasing.part(), scanned);
            }
            if (found) {
                none = false;
            } else {
                receive(erasing, scanned);
                all.remove(erasing.client());
            }
        }
        write(all);
        return none;
    }

    /** Whether the key is in the file. */
    private static boolean scan(Path file, byte[] part, List<ScannedFile> scanned) {
        byte[] window = new byte[1 << 20];
        long bytes = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            int kept = 0;
            for (int read = in.read(window, 0, window.length);
                    read > 0;
                    read = in.read(window, kept, window.length - kept)) {
                bytes += read;
                int length = kept + read;
                if (contains(window, length, part)) {
                    return true;
                }
                kept = Math.min(PART - 1, length);
                System.arraycopy(window, length - kept, window, 0, kept);
            }
            scanned.add(new ScannedFile(file.getFileName().toString(), bytes));
            return false;
        } catch (NoSuchFileException none) {
            return false;
        } catch (IOException unreadable) {
            return true; // not looked through is not found clean
        }
    }

    private static boolean contains(byte[] window, int length, byte[] part) {
        for (int from = 0; from + part.length <= length; from++) {
            if (window[from] == part[0] && Arrays.equals(window, from, from + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }

    private void receive(Erasing erasing, List<ScannedFile> scanned) {
        StringBuilder line = new StringBuilder(erasing.client().toString())
                .append(' ')
                .append(erasing.at())
                .append(' ')
                .append(erasing.rows())
                .append(' ')
                .append(clock.instant());
        scanned.forEach(file -> line.append(' ').append(file.name()).append('=').append(file.bytes()));
        try {
            List<String> lines = new ArrayList<>(lines(folder.resolve(RECEIPTS)));
            lines.add(line.toString());
            replace(folder.resolve(RECEIPTS), lines);
            ErasedIds.of(erasing.client()).merge(folder);
            tellOthers(erasing);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** On PostgreSQL the others tell of it too. */
    private void tellOthers(Erasing erasing) {
        if (database.locksRows()) {
            database.write(transaction -> transaction
                    .insertInto(Tables.ERASURE_RECEIPT)
                    .set(Tables.ID, erasing.client().toString())
                    .set(Tables.AT, erasing.at().toEpochMilli())
                    .set(Tables.ROW_COUNT, erasing.rows())
                    .set(Tables.FINISHED, clock.instant().toEpochMilli())
                    .onConflictDoNothing()
                    .execute());
        }
    }

    /** Whoever was erased by another server is not brought back by a backup of this one. */
    synchronized void noteElsewhere(Set<Id<Client>> erased) {
        if (erased.isEmpty()) {
            return;
        }
        try {
            new ErasedIds(erased).merge(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException("who was erased cannot be noted in " + folder, failed);
        }
    }

    private Optional<ErasureReceipt> findElsewhere(Id<Client> client) {
        return database.read(transaction -> transaction
                .select(Tables.AT, Tables.ROW_COUNT, Tables.FINISHED)
                .from(Tables.ERASURE_RECEIPT)
                .where(Tables.ID.eq(client.toString()))
                .fetchOptional(row -> new ErasureReceipt(
                        client,
                        Instant.ofEpochMilli(row.value1()),
                        row.value2(),
                        Optional.of(Instant.ofEpochMilli(row.value3())),
                        List.of())));
    }

    Optional<ErasureReceipt> findReceipt(Id<Client> client) {
        Optional<ErasureReceipt> finished;
        try {
            finished = lines(folder.resolve(RECEIPTS)).stream()
                    .filter(line -> line.startsWith(client + " "))
                    .reduce((earlier, latest) -> latest)
                    .map(line -> line.split(" "))
                    .map(said -> new ErasureReceipt(
                            client,
                            Instant.parse(said[1]),
                            Integer.parseInt(said[2]),
                            Optional.of(Instant.parse(said[3])),
                            Arrays.stream(said).skip(4).map(Erasures::scanned).toList()));
        } catch (IOException | DateTimeException | NumberFormatException | ArrayIndexOutOfBoundsException damaged) {
            finished = Optional.empty();
        }
        return finished.or(() -> findElsewhere(client))
                .or(() -> listUnfinished().stream()
                        .filter(receipt -> receipt.client().equals(client))
                        .findFirst());
    }

    private static ScannedFile scanned(String said) {
        int at = said.lastIndexOf('=');
        return new ScannedFile(said.substring(0, at), Long.parseLong(said.substring(at + 1)));
    }

    synchronized List<ErasureReceipt> listUnfinished() {
        return unfinished().values().stream()
                .map(each -> new ErasureReceipt(each.client(), each.at(), each.rows(), Optional.empty(), List.of()))
                .toList();
    }

    private Map<Id<Client>, Erasing> unfinished() {
        Map<Id<Client>, Erasing> all = new LinkedHashMap<>();
        try {
            for (String line : lines(folder.resolve(UNFINISHED))) {
                String[] said = line.split(" ");
                Id<Client> client = Id.of(said[0]);
                byte[] part = HexFormat.of().parseHex(said[3]);
                all.put(client, new Erasing(client, Instant.parse(said[1]), Integer.parseInt(said[2]), part));
            }
        } catch (IOException
                | BadValue
                | DateTimeException
                | IllegalArgumentException
                | ArrayIndexOutOfBoundsException damaged) {
            // a note that was damaged finishes nothing; the database itself says who is erased
        }
        return all;
    }

    private void write(Map<Id<Client>, Erasing> all) {
        Path file = folder.resolve(UNFINISHED);
        try {
            if (all.isEmpty()) {
                Files.deleteIfExists(file);
                return;
            }
            replace(
                    file,
                    all.values().stream()
                            .map(each -> each.client() + " " + each.at() + " " + each.rows() + " "
                                    + HexFormat.of().formatHex(each.part()))
                            .toList());
        } catch (IOException failed) {
            throw new UncheckedIOException("the erasure cannot be noted in " + folder, failed);
        }
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private static void replace(Path file, List<String> lines) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(beside);
        Files.createFile(beside, FolderLock.ownerOnly(file, "rw-------"));
        Files.write(beside, lines);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        KeyFile.forceFolder(file);
    }

    @Override
    public void close() {
        later.shutdownNow();
    }
}
