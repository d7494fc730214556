package org.stillpoint.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.TreeSet;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;

/** Who was erased, by id alone: kept beside the backups, so that no older one brings anybody back. */
record ErasedIds(Set<Id<Client>> ids) {
    static final String FILE = "erased-clients";

    ErasedIds {
        ids = Set.copyOf(ids);
    }

    static ErasedIds of(Id<Client> client) {
        return new ErasedIds(Set.of(client));
    }

    static ErasedIds read(Database database) {
        return new ErasedIds(Set.copyOf(database.read(transaction -> transaction
                .select(Tables.ID)
                .from(Tables.CLIENT)
                .where(Tables.WRAPPED_KEY.isNull())
                .fetch(RecordForm::<Client>idIn))));
    }

    /** Those that a folder tells of; lines that are no ids are passed over. */
    static ErasedIds in(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        Set<Id<Client>> ids = new TreeSet<>();
        if (Files.exists(file)) {
            for (String line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\\R")) {
                try {
                    ids.add(Id.of(line.strip()));
                } catch (BadValue damaged) {
                    // the others still count
                }
            }
        }
        return new ErasedIds(ids);
    }

    ErasedIds and(ErasedIds others) {
        Set<Id<Client>> all = new TreeSet<>(ids);
        all.addAll(others.ids);
        return new ErasedIds(all);
    }

    /** Adds these to those that the folder tells of. */
    void merge(Path folder) throws IOException {
        ErasedIds all = and(in(folder));
        if (all.ids.isEmpty()) {
            return;
        }
        Path file = folder.resolve(FILE);
        Path beside = folder.resolve(FILE + ".new");
        StringBuilder lines = new StringBuilder();
        new TreeSet<>(all.ids).forEach(id -> lines.append(id).append('\n'));
        Files.writeString(beside, lines);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
