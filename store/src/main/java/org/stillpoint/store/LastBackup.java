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

    static void note(Path folder, Instant at, String auditHead) throws IOException {
        Path beside = folder.resolve(FILE + ".new");
        Files.deleteIfExists(beside);
        Files.createFile(beside, FolderLock.ownerOnly(folder, "rw-------"));
        Files.writeString(beside, at + " " + auditHead);
        Files.move(beside, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static Optional<Instant> find(Path folder) {
        try {
            return Optional.of(Instant.parse(said(folder)[0]));
        } catch (IOException | DateTimeException none) {
            return Optional.empty();
        }
    }

    /** How the account ended in it; empty where an older program noted none. */
    static Optional<String> findHead(Path folder) {
        try {
            String[] said = said(folder);
            return said.length > 1 ? Optional.of(said[1]) : Optional.empty();
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    private static String[] said(Path folder) throws IOException {
        return Files.readString(folder.resolve(FILE)).strip().split(" ");
    }
}
