package org.stillpoint.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.stillpoint.store.BackupFile.BackupHead;
import org.stillpoint.store.RowStream.CountedRows;

/**
 * The whole record in one encrypted file, written beside a running program, and back. A backup counts only once it was read again: it
 * is decrypted whole, put together in a folder of its own, and checked there as a record in use is.
 */
public final class Backup {
    /** What a backup that was found whole is called at its end. */
    public static final String ENDING = ".backup";

    private static final DateTimeFormatter NAMED =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String UNFINISHED = ".unfinished";
    private static final String UNSOUND = ".unsound";
    private static final int TAG_LETTERS = 8;

    /**
     * A backup that was written or read again.
     *
     * @param madeAt when it was made
     * @param checked what was found in it
     */
    public record CheckedBackup(Path file, Instant madeAt, CheckedRecord checked) {}

    private Backup() {}

    /**
     * Writes a backup and reads it again. Where the record itself does not hold, the file is kept under another ending, and does not
     * count.
     *
     * @param to the folder for it; made if it is missing
     * @throws CannotOpen if the record cannot be opened
     * @throws UncheckedIOException if the folder cannot be written to
     */
    public static CheckedBackup write(StoreSettings settings, Path to, Clock clock) {
        return opened(settings, (store, key) -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            CheckedBackup written =
                    write(store, key, to, "stillpoint-" + store.tag() + "-" + NAMED.format(now), ENDING, now);
            if (written.checked().holds()) {
                told(written.file(), () -> {
                    LastBackup.note(settings.folder(), now, written.checked().auditHead());
                    return written;
                });
            }
            return written;
        });
    }

    /** The same, to one file, on its way to another database: it is not among the backups that are kept. */
    public static CheckedBackup writeTo(StoreSettings settings, Path file, Clock clock) {
        return opened(settings, (store, key) -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            return write(store, key, folderOf(file), file.getFileName().toString(), "", now);
        });
    }

    /** What is written of an open record. */
    private interface Writing {
        CheckedBackup of(Store store, KeyFile.OpenedKey key);
    }

    /** The key is derived from its passphrase once. */
    private static CheckedBackup opened(StoreSettings settings, Writing writing) {
        KeyFile.OpenedKey key = MasterKey.read(settings.key());
        try (Store store = Store.openBeside(settings, key)) {
            return writing.of(store, key);
        }
    }

    private static CheckedBackup write(
            Store store, KeyFile.OpenedKey key, Path to, String name, String ending, Instant now) {
        try {
            OwnFolder.make(to);
            Restoring.sweep(to);
            Path unfinished = to.resolve(name + UNFINISHED);
            Files.deleteIfExists(unfinished);
            write(store.database(), unfinished, now, key);
            ErasedIds.read(store.database()).merge(to);
            CheckedBackup checked = verify(unfinished, key, to);
            Path file = to.resolve(name + (checked.checked().holds() ? ending : UNSOUND));
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            KeyFile.forceFolder(file);
            return new CheckedBackup(file, now, checked.checked());
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "The backup cannot be written to " + to + ": " + failed.getMessage(), failed);
        }
    }

    private static void write(Database database, Path file, Instant now, KeyFile.OpenedKey key) throws IOException {
        int schema = new Migrations(database).schema();
        BackupFile.write(file, schema, now, key, out -> {
            try {
                database.read(transaction -> {
                    try {
                        Map<String, CountedRows> tables = RowStream.write(transaction, out);
                        new BackupManifest(tables).write(out);
                        return tables;
                    } catch (IOException full) {
                        throw new UncheckedIOException(full);
                    }
                });
            } catch (UncheckedIOException full) {
                throw full.getCause();
            }
        });
    }

    /**
     * Reads a backup whole and checks what is in it.
     *
     * @throws BadBackup if it cannot be used
     * @throws CannotOpen if the key file is none or does not open
     */
    public static CheckedBackup verify(Path file, KeyPlace key) {
        return told(file, () -> verify(file, MasterKey.read(key), folderOf(file)));
    }

    private static CheckedBackup verify(Path file, KeyFile.OpenedKey key, Path beside) throws IOException {
        BackupHead head = headOfRows(file);
        try (Restoring restoring = Restoring.in(beside)) {
            CheckedRecord checked = restoring.check(file, head, key);
            return new CheckedBackup(file, head.madeAt(), checked);
        }
    }

    /**
     * Puts a backup back where no record is. What was erased since is erased again, where the list of erased clients lies beside the
     * file or in the folder. Nothing is left half done.
     *
     * @throws BadBackup if it cannot be used, does not hold, or there is a record
     * @throws CannotOpen if the folder or the database cannot be used
     */
    public static CheckedBackup restore(Path file, StoreSettings to) {
        return told(file, () -> {
            BackupHead head = headOfRows(file);
            FolderLock lock = FolderLock.take(to.folder());
            try (lock) {
                requireNone(to);
                KeyFile.OpenedKey key = MasterKey.read(to.key());
                ErasedIds erased = ErasedIds.in(folderOf(file)).and(ErasedIds.in(to.folder()));
                try (Restoring restoring = Restoring.in(to.folder())) {
                    CheckedRecord checked = restoring.check(file, head, key);
                    if (!checked.holds()) {
                        throw new BadBackup(
                                BadBackup.BackupFault.UNSOUND,
                                "The backup " + file + " does not hold: "
                                        + checked.faults().getFirst() + ".");
                    }
                    CheckedRecord kept = restoring.finish(key, erased, to);
                    MasterKey.noteOpened(to.key(), key);
                    return new CheckedBackup(file, head.madeAt(), kept);
                }
            }
        });
    }

    private static BackupHead headOfRows(Path file) throws IOException {
        BackupHead head = BackupFile.head(file);
        if (!head.holdsRows()) {
            throw new BadBackup(
                    BadBackup.BackupFault.NO_BACKUP,
                    "The file " + file + " is no backup but an archive; use \"stillpoint take-in\".");
        }
        return head;
    }

    static void requireNone(StoreSettings to) throws IOException {
        boolean there =
                switch (to) {
                    case StoreSettings.Sqlite sqlite -> {
                        Path database = sqlite.folder().resolve(Database.SQLITE_FILE);
                        yield Files.exists(database) && Files.size(database) > 0;
                    }
                    case StoreSettings.Postgres postgres -> {
                        try (Database database = Database.open(postgres)) {
                            yield new Migrations(database).databaseExists();
                        }
                    }
                };
        if (there) {
            throw new BadBackup(
                    BadBackup.BackupFault.RECORD_THERE,
                    "There is a record already in " + to.folder()
                            + "; name another folder, or move that record away first.");
        }
    }

    /**
     * Checks the record in place, beside whoever uses it.
     *
     * @throws CannotOpen if it cannot be opened
     */
    public static CheckedRecord check(StoreSettings settings) {
        try (Store store = Store.openBeside(settings)) {
            return RecordCheck.of(store);
        }
    }

    /** Removes the oldest backups of the installation that this one is of, until so many are left. */
    public static void keepNewest(CheckedBackup newest, int most) {
        String tagged = newest.file().getFileName().toString().substring(0, "stillpoint-".length() + TAG_LETTERS + 1);
        for (String ending : List.of(ENDING, UNSOUND)) {
            try (Stream<Path> files = Files.list(folderOf(newest.file()))) {
                List<Path> oldest = files.filter(file -> {
                            String name = file.getFileName().toString();
                            return name.startsWith(tagged) && name.endsWith(ending);
                        })
                        .sorted(Comparator.comparing(
                                        (Path file) -> file.getFileName().toString())
                                .reversed())
                        .skip(ending.equals(ENDING) ? most : 1)
                        .toList();
                for (Path file : oldest) {
                    Files.delete(file);
                }
            } catch (IOException failed) {
                throw new UncheckedIOException("old backups cannot be removed", failed);
            }
        }
    }

    private static Path folderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? file.toAbsolutePath() : folder;
    }

    /** What reads or writes a file. */
    private interface FileWork {
        CheckedBackup run() throws IOException;
    }

    private static CheckedBackup told(Path file, FileWork work) {
        try {
            return work.run();
        } catch (IOException failed) {
            throw new UncheckedIOException("The backup " + file + " cannot be read: " + failed.getMessage(), failed);
        }
    }
}
