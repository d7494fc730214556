package org.stillpoint.store;

import com.google.crypto.tink.Aead;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.store.BackupFile.BackupHead;
import org.stillpoint.store.RowStream.CountedRows;

/** A backup put together in a folder of its own, where it is checked before anything else trusts it. The folder goes when this is closed. */
final class Restoring implements AutoCloseable {
    private static final String PREFIX = ".restoring-";

    private final Path folder;
    private @Nullable FolderLock lock;
    private @Nullable Store store;

    private Restoring(Path folder) {
        this.folder = folder;
    }

    static Restoring in(Path beside) throws IOException {
        return new Restoring(OwnFolder.makeFor(beside, PREFIX));
    }

    /** Removes what a program that was killed left. */
    static void sweep(Path beside) throws IOException {
        try (Stream<Path> left = Files.list(beside)) {
            for (Path each : left.filter(path -> path.getFileName().toString().startsWith(PREFIX))
                    .toList()) {
                if (!OwnFolder.isInUse(each)) {
                    OwnFolder.delete(each);
                }
            }
        }
    }

    /** Decrypts all of it, puts it together, and checks it. */
    CheckedRecord check(Path file, BackupHead head, KeyFile.OpenedKey key) throws IOException {
        Aead master = MasterKey.aead(key);
        StoreSettings here = new StoreSettings.Sqlite(folder);
        FolderLock taken = FolderLock.take(folder);
        lock = taken;
        Database database = Database.open(here);
        List<String> faults;
        try {
            Migrations migrations = new Migrations(database);
            if (head.schema() > migrations.newest()) {
                throw BackupFile.newer(file);
            }
            migrations.runTo(head.schema());
            faults = BackupFile.read(file, head, master, in -> put(database, in));
            new Migrations(database).run();
            store = Store.openRestored(taken, folder, database, key, file);
        } catch (RuntimeException | IOException failed) {
            database.close();
            throw failed;
        }
        CheckedRecord checked = RecordCheck.of(store);
        faults.addAll(checked.faults());
        return new CheckedRecord(
                checked.clients(),
                checked.records(),
                checked.ledgerHead(),
                checked.auditEntries(),
                checked.auditHead(),
                faults);
    }

    /** Puts rows that are in the clear together, encrypted with this key, and checks them. */
    CheckedRecord check(String name, TakeIn.RowsTakenOut rows, KeyFile.OpenedKey key) throws IOException {
        FolderLock taken = FolderLock.take(folder);
        lock = taken;
        Database database = Database.open(new StoreSettings.Sqlite(folder));
        try {
            Migrations migrations = new Migrations(database);
            if (rows.schema() > migrations.newest()) {
                throw new BadBackup(
                        BadBackup.BackupFault.NEWER,
                        name + " was written by a newer Stillpoint; use that one, nothing was changed.");
            }
            migrations.runTo(rows.schema());
            store = Store.takingIn(taken, folder, database, key, rows);
        } catch (RuntimeException | IOException failed) {
            database.close();
            throw failed;
        }
        return RecordCheck.of(Objects.requireNonNull(store));
    }

    /** Puts the rows of a stream into tables that are empty. */
    static List<String> put(Database database, DataInputStream in) throws IOException {
        try {
            return database.write(transaction -> {
                try {
                    Map<String, CountedRows> counted =
                            RulesLifted.during(transaction, () -> RowStream.read(in, transaction));
                    BackupManifest told = BackupManifest.read(in);
                    List<String> faults = new ArrayList<>();
                    told.tables().forEach((table, rows) -> {
                        if (!rows.equals(counted.get(table))) {
                            faults.add("the table " + table + " does not have the rows that the manifest tells of");
                        }
                    });
                    if (told.tables().size() != counted.size()) {
                        faults.add("there are tables that the manifest does not tell of");
                    }
                    return faults;
                } catch (IOException cut) {
                    throw new UncheckedIOException(cut);
                }
            });
        } catch (UncheckedIOException cut) {
            throw cut.getCause();
        }
    }

    /** Erases again who was erased since, and moves all of it where it is to be kept. */
    CheckedRecord finish(KeyFile.OpenedKey key, ErasedIds erased, StoreSettings to) throws IOException {
        Store whole = Objects.requireNonNull(store);
        for (Id<Client> id : erased.ids()) {
            if (whole.clients().find(id).isPresent()) {
                whole.clients().erase(id);
            }
        }
        CheckedRecord kept = RecordCheck.of(whole);
        switch (to) {
            case StoreSettings.Sqlite sqlite -> {
                closeStore();
                HighWater.forget(sqlite.folder());
                Files.move(
                        folder.resolve(Database.SQLITE_FILE),
                        sqlite.folder().resolve(Database.SQLITE_FILE),
                        StandardCopyOption.ATOMIC_MOVE);
                KeyFile.forceFolder(sqlite.folder().resolve(Database.SQLITE_FILE));
            }
            case StoreSettings.Postgres postgres -> {
                HighWater.forget(postgres.folder());
                Copying.into(whole.database(), postgres);
            }
        }
        return kept;
    }

    private void closeStore() {
        if (store != null) {
            store.close(); // and with it database and lock
            store = null;
            lock = null;
        }
    }

    @Override
    public void close() throws IOException {
        closeStore();
        if (lock != null) {
            lock.close();
        }
        OwnFolder.delete(folder);
    }
}
