package org.stillpoint.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** All that was taken out of one installation, put into another one that is empty. */
public final class TakeIn {

    /** Puts one table. */
    public interface TableToPut {
        void put(String table, InputStream lines) throws IOException;
    }

    /** What was taken out: its tables, in the order in which they were written. */
    public interface RowsTakenOut {
        /** How far the database had come. */
        int schema();

        void each(TableToPut put) throws IOException;
    }

    private TakeIn() {}

    /**
     * Puts rows together in a folder of their own, checks them there as a record in use is checked, and only then moves them where they are to
     * be kept. Nothing is left half done. The master key must be there; what was encrypted elsewhere is encrypted anew with it.
     *
     * @param name of what is taken in, for messages
     * @throws BadBackup if there is a record already, a newer program wrote it, or what is in it does not hold
     * @throws CannotOpen if the folder, the key or the database cannot be used
     */
    public static CheckedRecord into(StoreSettings to, String name, RowsTakenOut rows) {
        try (FolderLock lock = FolderLock.take(to.folder())) {
            Backup.requireNone(to);
            KeyFile.OpenedKey key = MasterKey.read(to.key());
            ErasedIds erased = ErasedIds.in(to.folder());
            try (Restoring restoring = Restoring.in(to.folder())) {
                CheckedRecord checked = restoring.check(name, rows, key);
                if (!checked.holds()) {
                    throw new BadBackup(
                            BadBackup.BackupFault.UNSOUND,
                            "What is in " + name + " does not hold: "
                                    + checked.faults().getFirst() + ".");
                }
                CheckedRecord kept = restoring.finish(key, erased, to);
                MasterKey.noteOpened(to.key(), key);
                return kept;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(name + " cannot be taken in: " + failed.getMessage(), failed);
        }
    }

    /** Whether there is a record already, asked before anything is read. */
    public static void requireNone(StoreSettings to) {
        try {
            Backup.requireNone(to);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
