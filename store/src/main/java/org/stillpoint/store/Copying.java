package org.stillpoint.store;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** All rows from one database into another one that is empty. */
final class Copying {
    private Copying() {}

    /** Migrates the empty database and fills it; what it says of its rows afterwards is what was read. */
    static void into(Database from, StoreSettings to) throws IOException {
        Path between = Files.createTempFile(to.folder(), ".rows-", "", FolderLock.ownerOnly(to.folder(), "rw-------"));
        try (Database database = Database.open(to)) {
            try (OutputStream out =
                    new BufferedOutputStream(Files.newOutputStream(between, StandardOpenOption.WRITE), 1 << 16)) {
                from.read(transaction -> {
                    try {
                        new BackupManifest(RowStream.write(transaction, out)).write(out);
                        return 0;
                    } catch (IOException full) {
                        throw new UncheckedIOException(full);
                    }
                });
            }
            new Migrations(database).run();
            try (DataInputStream in =
                    new DataInputStream(new BufferedInputStream(Files.newInputStream(between), 1 << 16))) {
                List<String> faults = Restoring.put(database, in);
                if (!faults.isEmpty()) {
                    throw new IOException(faults.getFirst());
                }
            }
        } finally {
            Files.deleteIfExists(between);
        }
    }
}
