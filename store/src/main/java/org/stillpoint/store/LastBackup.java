package org.stillpoint.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;

/** When a backup of an installation was last written and found whole: noted in its folder, and on PostgreSQL for the other servers too. */
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

    /** A backup that some server wrote. */
    record NotedBackup(Instant at, String head) {}

    /** For the other servers. */
    static void note(DSLContext transaction, NotedBackup noted) {
        transaction
                .insertInto(Tables.LAST_BACKUP)
                .set(Tables.LAST_BACKUP_ID, 1)
                .set(Tables.AT, noted.at().toEpochMilli())
                .set(Tables.HEAD, noted.head())
                .onConflict(Tables.LAST_BACKUP_ID)
                .doUpdate()
                .set(Tables.AT, noted.at().toEpochMilli())
                .set(Tables.HEAD, noted.head())
                .execute();
        StoredClients.nextChange(transaction);
    }

    static Optional<NotedBackup> find(DSLContext transaction) {
        return transaction
                .select(Tables.AT, Tables.HEAD)
                .from(Tables.LAST_BACKUP)
                .fetchOptional(row -> new NotedBackup(Instant.ofEpochMilli(row.value1()), row.value2()));
    }

    private static String[] said(Path folder) throws IOException {
        return Files.readString(folder.resolve(FILE)).strip().split(" ");
    }
}
