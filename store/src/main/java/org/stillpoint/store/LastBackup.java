package org.stillpoint.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** When a backup of an installation was last written and found whole: noted in its folder. */
final class LastBackup {
    private static final String FILE = "last-backup";

    private LastBackup() {}

    static void note(Path folder, Instant at) throws IOException {
        Path beside = folder.resolve(FILE + ".new");
        Files.deleteIfExists(beside);
        Files.createFile(beside, FolderLock.ownerOnly(folder, "rw-------"));
        Files.writeString(beside, at.toString());
        Files.move(beside, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static Optional<Instant> find(Path folder) {
        try {
            return Optional.of(
                    Instant.parse(Files.readString(folder.resolve(FILE)).strip()));
        } catch (IOException | DateTimeException none) {
            return Optional.empty();
        }
    }
}
